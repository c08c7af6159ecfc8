"""What can go wrong with a backup or a restore, in words for whoever runs it; `code` is the command's exit code."""


class UpkeepError(Exception):
    code = 1


class BackupFailed(UpkeepError):
    """Nothing was kept; what had been begun is gone."""


class BooksDiffer(UpkeepError):
    """What was restored is not what was backed up, or its books are not sound."""

    code = 1


class ArchiveUnusable(UpkeepError):
    """Broken, foreign, newer than this release, made for the other database, or locked by another key."""

    code = 3


class TargetOccupied(UpkeepError):
    """Something stands where the backup would go, or is running there."""

    code = 4


class RestoreFailed(UpkeepError):
    """The machine could not do it: no room, no rights, no tools. The site is as it was."""

    code = 5
