import django.core.serializers.json
import django.db.models.deletion
import django.db.models.expressions
import network.words.public_ids
import oscar.core.utils
import oscar.models.fields
import oscar.models.fields.autoslugfield
import phonenumber_field.modelfields
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        # Wagtail first: otherwise each of its migrations re-renders Oscar's models (twice the time).
        ("address", "0001_initial"),
        ("communication", "0001_initial"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailembeds", "0009_embed_cache_until"),
        ("wagtailforms", "0005_alter_formsubmission_form_data"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
        ("wagtailsearch", "0010_add_text_fields"),
        ("wagtailusers", "0015_userprofile_keyboard_shortcuts"),
    ]

    operations = [
        migrations.CreateModel(
            name="OrderNumber",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("taken_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Line",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("partner_name", models.CharField(blank=True, max_length=128, verbose_name="Partner name")),
                ("partner_sku", models.CharField(max_length=128, verbose_name="Partner SKU")),
                (
                    "partner_line_reference",
                    models.CharField(
                        blank=True,
                        help_text="This is the item number that the partner uses within their system",
                        max_length=128,
                        verbose_name="Partner reference",
                    ),
                ),
                ("partner_line_notes", models.TextField(blank=True, verbose_name="Partner Notes")),
                ("title", models.CharField(max_length=255, verbose_name="Title")),
                ("upc", models.CharField(blank=True, max_length=128, null=True, verbose_name="UPC")),
                ("quantity", models.PositiveIntegerField(default=1, verbose_name="Quantity")),
                (
                    "line_price_incl_tax",
                    models.DecimalField(decimal_places=2, max_digits=12, verbose_name="Price (inc. tax)"),
                ),
                (
                    "line_price_excl_tax",
                    models.DecimalField(decimal_places=2, max_digits=12, verbose_name="Price (excl. tax)"),
                ),
                (
                    "line_price_before_discounts_incl_tax",
                    models.DecimalField(
                        decimal_places=2, max_digits=12, verbose_name="Price before discounts (inc. tax)"
                    ),
                ),
                (
                    "line_price_before_discounts_excl_tax",
                    models.DecimalField(
                        decimal_places=2, max_digits=12, verbose_name="Price before discounts (excl. tax)"
                    ),
                ),
                (
                    "unit_price_incl_tax",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="Unit Price (inc. tax)"
                    ),
                ),
                (
                    "unit_price_excl_tax",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="Unit Price (excl. tax)"
                    ),
                ),
                ("tax_code", models.CharField(blank=True, max_length=64, null=True, verbose_name="VAT rate code")),
                ("status", models.CharField(blank=True, max_length=255, verbose_name="Status")),
                ("num_allocated", models.PositiveIntegerField(verbose_name="Number allocated")),
                ("allocation_cancelled", models.BooleanField(default=False)),
                ("listing_ref", models.CharField(db_index=True, max_length=40)),
                ("titles", models.JSONField(default=dict, help_text="By language.", verbose_name="names at the sale")),
                ("price", models.PositiveBigIntegerField(verbose_name="price of one")),
                ("total", models.PositiveBigIntegerField(verbose_name="price of all, less discounts")),
                ("vat", models.PositiveBigIntegerField(default=0, verbose_name="VAT contained")),
                (
                    "fee_bp",
                    models.PositiveIntegerField(help_text="In hundredths of a percent.", verbose_name="network's fee"),
                ),
                ("fee", models.PositiveBigIntegerField(verbose_name="network's fee")),
                ("fund_ref", models.CharField(blank=True, max_length=40, verbose_name="fund")),
                (
                    "fund_bp",
                    models.PositiveIntegerField(
                        default=0, help_text="In hundredths of a percent.", verbose_name="fund's share"
                    ),
                ),
                ("fund_share", models.PositiveBigIntegerField(default=0, verbose_name="fund's share")),
                ("undone", models.PositiveBigIntegerField(default=0, verbose_name="given back")),
                ("fee_undone", models.PositiveBigIntegerField(default=0, verbose_name="of the fee given back")),
                (
                    "fund_undone",
                    models.PositiveBigIntegerField(default=0, verbose_name="of the fund's share given back"),
                ),
            ],
            options={
                "verbose_name": "order line",
                "verbose_name_plural": "order lines",
                "ordering": ["pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("quantity__gt", 0)), name="order_line_of_something"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "total__gte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("fee"), "+", models.F("fund_share")
                                ),
                            )
                        ),
                        name="order_line_parts_within",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("undone__lte", models.F("total"))), name="order_line_undone_within"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("fee_undone__lte", models.F("fee")), ("fund_undone__lte", models.F("fund_share"))
                        ),
                        name="order_line_parts_undone_within",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("fund_ref", ""), ("fund_share", 0)),
                            models.Q(("fund_ref", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="order_line_share_has_fund",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LineAttribute",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("type", models.CharField(max_length=128, verbose_name="Type")),
                (
                    "value",
                    models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name="Value"),
                ),
            ],
            options={
                "verbose_name": "Line Attribute",
                "verbose_name_plural": "Line Attributes",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LinePrice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quantity", models.PositiveIntegerField(default=1, verbose_name="Quantity")),
                (
                    "price_incl_tax",
                    models.DecimalField(decimal_places=2, max_digits=12, verbose_name="Price (inc. tax)"),
                ),
                (
                    "price_excl_tax",
                    models.DecimalField(decimal_places=2, max_digits=12, verbose_name="Price (excl. tax)"),
                ),
                (
                    "shipping_incl_tax",
                    models.DecimalField(decimal_places=2, default=0, max_digits=12, verbose_name="Shiping (inc. tax)"),
                ),
                (
                    "shipping_excl_tax",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=12, verbose_name="Shipping (excl. tax)"
                    ),
                ),
                ("tax_code", models.CharField(blank=True, max_length=64, null=True, verbose_name="VAT rate code")),
            ],
            options={
                "verbose_name": "Line Price",
                "verbose_name_plural": "Line Prices",
                "ordering": ("id",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Order",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(db_index=True, max_length=128, unique=True, verbose_name="Order number")),
                (
                    "currency",
                    models.CharField(
                        default=oscar.core.utils.get_default_currency, max_length=12, verbose_name="Currency"
                    ),
                ),
                (
                    "total_incl_tax",
                    models.DecimalField(decimal_places=2, max_digits=12, verbose_name="Order total (inc. tax)"),
                ),
                (
                    "total_excl_tax",
                    models.DecimalField(decimal_places=2, max_digits=12, verbose_name="Order total (excl. tax)"),
                ),
                (
                    "shipping_incl_tax",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=12, verbose_name="Shipping charge (inc. tax)"
                    ),
                ),
                (
                    "shipping_excl_tax",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=12, verbose_name="Shipping charge (excl. tax)"
                    ),
                ),
                (
                    "shipping_tax_code",
                    models.CharField(blank=True, max_length=64, null=True, verbose_name="Shipping VAT rate code"),
                ),
                ("shipping_method", models.CharField(blank=True, max_length=128, verbose_name="Shipping method")),
                ("shipping_code", models.CharField(blank=True, default="", max_length=128)),
                ("guest_email", models.EmailField(blank=True, max_length=254, verbose_name="Guest email address")),
                ("date_placed", models.DateTimeField(db_index=True)),
                ("analytics_tracked", models.BooleanField(default=False)),
                (
                    "public_id",
                    models.CharField(
                        default=network.words.public_ids.new_public_id, editable=False, max_length=12, unique=True
                    ),
                ),
                (
                    "token",
                    models.CharField(
                        default=network.words.public_ids.new_token, editable=False, max_length=32, unique=True
                    ),
                ),
                ("link_ends_at", models.DateTimeField(editable=False, verbose_name="link ends")),
                (
                    "key",
                    models.CharField(
                        editable=False, help_text="Of the form: sent twice, it orders once.", max_length=80, unique=True
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting for payment"),
                            ("paid", "paid"),
                            ("expired", "not paid in time"),
                            ("cancelled", "cancelled"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="payment",
                    ),
                ),
                (
                    "total",
                    models.PositiveBigIntegerField(help_text="In satang, delivery included.", verbose_name="total"),
                ),
                ("name", models.CharField(max_length=120, verbose_name="buyer's name")),
                ("contact", models.CharField(max_length=254, verbose_name="e-mail or phone")),
                ("language", models.CharField(max_length=10, verbose_name="buyer's language")),
                ("paid_at", models.DateTimeField(blank=True, null=True, verbose_name="paid at")),
                (
                    "payments_begun",
                    models.PositiveSmallIntegerField(default=1, editable=False, verbose_name="payments begun"),
                ),
            ],
            options={
                "verbose_name": "order",
                "verbose_name_plural": "orders",
                "ordering": ["-date_placed"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("total__gt", 0)), name="order_total_positive"),
                    models.CheckConstraint(condition=models.Q(("currency", "THB")), name="order_in_baht"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "paid"), _negated=True), ("paid_at__isnull", False), _connector="OR"
                        ),
                        name="order_paid_has_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OrderDiscount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "category",
                    models.CharField(
                        choices=[("Basket", "Basket"), ("Shipping", "Shipping"), ("Deferred", "Deferred")],
                        default="Basket",
                        max_length=64,
                        verbose_name="Discount category",
                    ),
                ),
                ("offer_id", models.PositiveIntegerField(blank=True, null=True, verbose_name="Offer ID")),
                ("offer_name", models.CharField(blank=True, db_index=True, max_length=128, verbose_name="Offer name")),
                ("voucher_id", models.PositiveIntegerField(blank=True, null=True, verbose_name="Voucher ID")),
                ("voucher_code", models.CharField(blank=True, db_index=True, max_length=128, verbose_name="Code")),
                ("frequency", models.PositiveIntegerField(null=True, verbose_name="Frequency")),
                ("amount", models.DecimalField(decimal_places=2, default=0, max_digits=12, verbose_name="Amount")),
                ("message", models.TextField(blank=True)),
            ],
            options={
                "verbose_name": "Order Discount",
                "verbose_name_plural": "Order Discounts",
                "ordering": ["pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OrderLineDiscount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_incl_tax", models.BooleanField()),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=12, verbose_name="Line discount (excl. tax)"
                    ),
                ),
            ],
            options={
                "verbose_name": "Order line discount",
                "verbose_name_plural": "Order line discounts",
                "ordering": ["pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OrderNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("note_type", models.CharField(blank=True, max_length=128, verbose_name="Note Type")),
                ("message", models.TextField(verbose_name="Message")),
                ("date_created", models.DateTimeField(auto_now_add=True, verbose_name="Date Created")),
                ("date_updated", models.DateTimeField(auto_now=True, verbose_name="Date Updated")),
            ],
            options={
                "verbose_name": "Order Note",
                "verbose_name_plural": "Order Notes",
                "ordering": ["-date_updated"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OrderStatusChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("old_status", models.CharField(blank=True, max_length=100, verbose_name="Old Status")),
                ("new_status", models.CharField(blank=True, max_length=100, verbose_name="New Status")),
                ("date_created", models.DateTimeField(auto_now_add=True, db_index=True, verbose_name="Date Created")),
            ],
            options={
                "verbose_name": "Order Status Change",
                "verbose_name_plural": "Order Status Changes",
                "ordering": ["-date_created"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PaymentEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("amount", models.DecimalField(decimal_places=2, max_digits=12, verbose_name="Amount")),
                ("reference", models.CharField(blank=True, max_length=128, verbose_name="Reference")),
                ("date_created", models.DateTimeField(auto_now_add=True, db_index=True, verbose_name="Date created")),
            ],
            options={
                "verbose_name": "Payment Event",
                "verbose_name_plural": "Payment Events",
                "ordering": ["-date_created"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PaymentEventQuantity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quantity", models.PositiveIntegerField(verbose_name="Quantity")),
            ],
            options={
                "verbose_name": "Payment Event Quantity",
                "verbose_name_plural": "Payment Event Quantities",
            },
        ),
        migrations.CreateModel(
            name="PaymentEventType",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=128, unique=True, verbose_name="Name")),
                (
                    "code",
                    oscar.models.fields.autoslugfield.AutoSlugField(
                        blank=True,
                        editable=False,
                        max_length=128,
                        populate_from="name",
                        unique=True,
                        verbose_name="Code",
                    ),
                ),
            ],
            options={
                "verbose_name": "Payment Event Type",
                "verbose_name_plural": "Payment Event Types",
                "ordering": ("name",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ShippingAddress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", oscar.models.fields.NullCharField(max_length=255, unique=True, verbose_name="Code")),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        choices=[("Mr", "Mr"), ("Miss", "Miss"), ("Mrs", "Mrs"), ("Ms", "Ms"), ("Dr", "Dr")],
                        max_length=64,
                        verbose_name="Title",
                    ),
                ),
                ("first_name", models.CharField(blank=True, max_length=255, verbose_name="First name")),
                ("last_name", models.CharField(blank=True, max_length=255, verbose_name="Last name")),
                ("line1", models.CharField(max_length=255, verbose_name="First line of address")),
                ("line2", models.CharField(blank=True, max_length=255, verbose_name="Second line of address")),
                ("line3", models.CharField(blank=True, max_length=255, verbose_name="Third line of address")),
                ("line4", models.CharField(blank=True, max_length=255, verbose_name="City")),
                ("state", models.CharField(blank=True, max_length=255, verbose_name="State/County")),
                (
                    "postcode",
                    oscar.models.fields.UppercaseCharField(blank=True, max_length=64, verbose_name="Post/Zip-code"),
                ),
                (
                    "search_text",
                    models.TextField(editable=False, verbose_name="Search text - used only for searching addresses"),
                ),
                (
                    "phone_number",
                    phonenumber_field.modelfields.PhoneNumberField(
                        blank=True,
                        help_text="In case we need to call you about your order",
                        max_length=128,
                        region=None,
                        verbose_name="Phone number",
                    ),
                ),
                (
                    "notes",
                    models.TextField(
                        blank=True,
                        help_text="Tell us anything we should know when delivering your order.",
                        verbose_name="Instructions",
                    ),
                ),
                (
                    "subdistrict_code",
                    models.CharField(blank=True, max_length=6, verbose_name="code of the sub-district"),
                ),
            ],
            options={
                "verbose_name": "delivery address",
                "verbose_name_plural": "delivery addresses",
                "abstract": False,
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="ShippingEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "notes",
                    models.TextField(
                        blank=True,
                        help_text="This could be the dispatch reference, or a tracking number",
                        verbose_name="Event notes",
                    ),
                ),
                ("date_created", models.DateTimeField(auto_now_add=True, db_index=True, verbose_name="Date Created")),
            ],
            options={
                "verbose_name": "Shipping Event",
                "verbose_name_plural": "Shipping Events",
                "ordering": ["-date_created"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ShippingEventQuantity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quantity", models.PositiveIntegerField(verbose_name="Quantity")),
            ],
            options={
                "verbose_name": "Shipping Event Quantity",
                "verbose_name_plural": "Shipping Event Quantities",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ShippingEventType",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=255, unique=True, verbose_name="Name")),
                (
                    "code",
                    oscar.models.fields.autoslugfield.AutoSlugField(
                        blank=True,
                        editable=False,
                        max_length=128,
                        populate_from="name",
                        unique=True,
                        verbose_name="Code",
                    ),
                ),
            ],
            options={
                "verbose_name": "Shipping Event Type",
                "verbose_name_plural": "Shipping Event Types",
                "ordering": ("name",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Surcharge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=128, verbose_name="Name")),
                ("code", models.CharField(max_length=128, verbose_name="Surcharge code")),
                (
                    "incl_tax",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=12, verbose_name="Surcharge (inc. tax)"
                    ),
                ),
                (
                    "excl_tax",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=12, verbose_name="Surcharge (excl. tax)"
                    ),
                ),
                ("tax_code", models.CharField(blank=True, max_length=64, null=True, verbose_name="VAT rate code")),
            ],
            options={
                "verbose_name": "Surcharge",
                "verbose_name_plural": "Surcharges",
                "ordering": ["pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BillingAddress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", oscar.models.fields.NullCharField(max_length=255, unique=True, verbose_name="Code")),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        choices=[("Mr", "Mr"), ("Miss", "Miss"), ("Mrs", "Mrs"), ("Ms", "Ms"), ("Dr", "Dr")],
                        max_length=64,
                        verbose_name="Title",
                    ),
                ),
                ("first_name", models.CharField(blank=True, max_length=255, verbose_name="First name")),
                ("last_name", models.CharField(blank=True, max_length=255, verbose_name="Last name")),
                ("line1", models.CharField(max_length=255, verbose_name="First line of address")),
                ("line2", models.CharField(blank=True, max_length=255, verbose_name="Second line of address")),
                ("line3", models.CharField(blank=True, max_length=255, verbose_name="Third line of address")),
                ("line4", models.CharField(blank=True, max_length=255, verbose_name="City")),
                ("state", models.CharField(blank=True, max_length=255, verbose_name="State/County")),
                (
                    "postcode",
                    oscar.models.fields.UppercaseCharField(blank=True, max_length=64, verbose_name="Post/Zip-code"),
                ),
                (
                    "search_text",
                    models.TextField(editable=False, verbose_name="Search text - used only for searching addresses"),
                ),
                (
                    "country",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="address.country", verbose_name="Country"
                    ),
                ),
            ],
            options={
                "verbose_name": "Billing address",
                "verbose_name_plural": "Billing addresses",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CommunicationEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("date_created", models.DateTimeField(auto_now_add=True, db_index=True, verbose_name="Date")),
                (
                    "event_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="communication.communicationeventtype",
                        verbose_name="Event Type",
                    ),
                ),
            ],
            options={
                "verbose_name": "Communication Event",
                "verbose_name_plural": "Communication Events",
                "ordering": ["-date_created"],
                "abstract": False,
            },
        ),
    ]
