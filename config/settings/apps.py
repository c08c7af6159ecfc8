"""Which apps make up the site: the ground first, then the rooms above it."""

NETWORK = [
    "network.shell",
    "network.words",
    "network.outbox",
    "network.people",
    "network.places",
    "network.organisations",
    "network.links",
    "network.cards",
    "network.capacity",
    "network.ledger",
    "network.payments",
    "network.privacy",
    "network.upkeep",
    "network.desk",
]

# The order is Oscar's; ours replace its apps label by label.
OSCAR = [
    "oscar.config.Shop",
    "oscar.apps.analytics.apps.AnalyticsConfig",
    "marketplace.checkout.apps.CheckoutConfig",
    "marketplace.address.apps.AddressConfig",
    "marketplace.shipping.apps.ShippingConfig",
    "marketplace.catalogue.apps.CatalogueConfig",
    "marketplace.catalogue.reviews.apps.CatalogueReviewsConfig",
    "marketplace.communication.apps.CommunicationConfig",
    "marketplace.partner.apps.PartnerConfig",
    "marketplace.basket.apps.BasketConfig",
    "marketplace.payment.apps.PaymentConfig",
    "marketplace.offer.apps.OfferConfig",
    "marketplace.order.apps.OrderConfig",
    "marketplace.customer.apps.CustomerConfig",
    "marketplace.search.apps.SearchConfig",
    "marketplace.voucher.apps.VoucherConfig",
    "marketplace.wishlists.apps.WishlistsConfig",
    "marketplace.dashboard.apps.DashboardConfig",
    "oscar.apps.dashboard.reports.apps.ReportsDashboardConfig",
    "oscar.apps.dashboard.users.apps.UsersDashboardConfig",
    "oscar.apps.dashboard.orders.apps.OrdersDashboardConfig",
    "oscar.apps.dashboard.catalogue.apps.CatalogueDashboardConfig",
    "oscar.apps.dashboard.offers.apps.OffersDashboardConfig",
    "oscar.apps.dashboard.partners.apps.PartnersDashboardConfig",
    "oscar.apps.dashboard.pages.apps.PagesDashboardConfig",
    "oscar.apps.dashboard.ranges.apps.RangesDashboardConfig",
    "oscar.apps.dashboard.reviews.apps.ReviewsDashboardConfig",
    "oscar.apps.dashboard.vouchers.apps.VouchersDashboardConfig",
    "oscar.apps.dashboard.communications.apps.CommunicationsDashboardConfig",
    "oscar.apps.dashboard.shipping.apps.ShippingDashboardConfig",
]

MARKETPLACE = [
    "marketplace.consignments",
    "marketplace.owed",
]

WAGTAIL = [
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
]

DJANGO = [
    "network.shell.admin_site.ReadOnlyAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sites",
    "django.contrib.flatpages",
    "django.contrib.sitemaps",
    "django.contrib.humanize",
    "django.forms",
]

LIBRARIES = [
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.usersessions",
    "csp",
    "django_htmx",
    "phonenumber_field",
    "widget_tweaks",
    "treebeard",
    "django_tables2",
]

INSTALLED_APPS = ["cms", "funding", *MARKETPLACE, *NETWORK, *OSCAR, *WAGTAIL, *LIBRARIES, *DJANGO]

MIDDLEWARE = [
    "network.shell.request_log.RequestLogMiddleware",
    "network.shell.middleware.DemoMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "network.shell.middleware.CompressionMiddleware",
    "network.shell.middleware.ContentSecurityPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "network.shell.middleware.LocaleMiddleware",
    "network.upkeep.early.EarlyMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "network.organisations.second_factor.SecondFactorMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "network.shell.middleware.ReadableAddressMiddleware",
    "marketplace.basket.middleware.BasketMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "network.shell.borrowed_screens.BorrowedScreensMiddleware",
    "network.shell.middleware.TryAgainMiddleware",
]

TEMPLATE_CONTEXT_PROCESSORS = [
    "django.template.context_processors.request",
    "django.template.context_processors.i18n",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
    "csp.context_processors.nonce",
    "network.shell.context_processors.shell",
    "network.desk.context_processors.desk",
]
