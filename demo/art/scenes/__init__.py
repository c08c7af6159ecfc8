"""Wide pictures: journeys, stories, funds, campaigns and the home page; a family of scenes per module."""
