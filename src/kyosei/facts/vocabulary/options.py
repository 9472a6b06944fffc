"""Lists that several kinds share: statuses of residence, periods, industries, languages, prefectures, duties."""

from __future__ import annotations

__all__ = [
    "AGREEMENT_COUNTRIES",
    "DUTIES",
    "GRANTED_PERIODS",
    "INDUSTRIES",
    "LANGUAGES",
    "POINTS_ADDITIONS",
    "PREFECTURES",
    "SPECIFIED_FIELDS",
    "STATUSES",
    "SUBCLASSES",
]

# Immigration Control and Refugee Recognition Act, Tables I and II, in their order.
STATUSES = (
    "diplomat", "official", "professor", "artist", "religious-activities", "journalist", "highly-skilled-professional",
    "business-manager", "legal-accounting", "medical-services", "researcher", "instructor",
    "engineer-humanities-international", "intra-company-transferee", "nursing-care", "entertainer", "skilled-labor",
    "specified-skilled-worker", "technical-intern-training", "cultural-activities", "temporary-visitor", "student",
    "trainee", "dependent", "designated-activities", "permanent-resident", "spouse-or-child-of-japanese",
    "spouse-or-child-of-permanent-resident", "long-term-resident",
)  # fmt: skip
SUBCLASSES = (
    "hsp-1a", "hsp-1b", "hsp-1c", "hsp-2", "ssw-1", "ssw-2",
    "titp-1", "titp-1a", "titp-1b", "titp-2", "titp-2a", "titp-2b", "titp-3", "titp-3a", "titp-3b",
)  # fmt: skip

# ISO 8601; beside those that the Regulations list, the usual ones among those that the Minister may set for one person.
# "designated": set for the person, of another length. "for_the_activity": Diplomat, as long as the activity.
GRANTED_PERIODS = (
    "P5Y", "P4Y9M", "P4Y6M", "P4Y3M", "P4Y", "P3Y9M", "P3Y6M", "P3Y3M", "P3Y", "P2Y9M", "P2Y6M", "P2Y3M", "P2Y",
    "P1Y9M", "P1Y6M", "P1Y3M", "P1Y", "P11M", "P10M", "P9M", "P8M", "P7M", "P6M", "P5M", "P4M", "P3M", "P2M", "P1M",
    "P90D", "P60D", "P31D", "P30D", "P15D", "designated", "for_the_activity", "indefinite",
)  # fmt: skip

# The 19 fields of Ordinance 431M60000010006, in its order (since 2026-04-01).
SPECIFIED_FIELDS = (
    "nursing-care", "building-cleaning", "linen-supply", "industrial-products-manufacturing", "construction",
    "shipbuilding-and-ship-machinery", "automobile-repair-and-maintenance", "aviation", "accommodation",
    "automobile-transportation", "railway", "logistics-warehouse", "agriculture", "fishery-and-aquaculture",
    "food-and-beverage-manufacturing", "food-service", "forestry", "wood-industry", "resource-circulation",
)  # fmt: skip

# Coarse enough for everyday use, fine enough for art. 6 (1) (i) of the Employees' Pension Insurance Act.
INDUSTRIES = (
    "agriculture", "forestry", "fisheries", "mining", "construction", "manufacturing", "electricity-gas-water",
    "information", "communications", "transport", "cargo-handling", "wholesale-retail", "finance-insurance",
    "real-estate", "storage-leasing", "brokerage", "advertising", "employment-agency", "research", "legal-accounting",
    "other-professional", "accommodation", "food-service", "hairdressing-beauty", "laundry-bath", "entertainment",
    "education", "medical", "social-welfare", "cleaning-waste", "repair", "security", "religion", "domestic-service",
    "other-services",
)  # fmt: skip

# ISO 639-1 (639-3 where there is none), easy Japanese, and Chinese by its script.
LANGUAGES = (
    "ja", "ja-easy", "en", "vi", "zh", "zh-hans", "zh-hant", "ko", "tl", "pt", "es", "id", "ne", "my", "th", "km", "mn",
    "bn", "si", "ta", "hi", "ur", "uz", "lo", "ms", "fa", "ar", "tr", "ru", "uk", "fr", "de", "it", "pa", "te", "ml",
    "mr", "gu", "ps", "prs", "ku", "am", "sw", "kk", "ky", "tg", "dz", "ceb", "pl", "ro", "nl", "sv",
)  # fmt: skip

PREFECTURES = tuple(f"{number:02}" for number in range(1, 48))
"""JIS X 0401: 01 Hokkaido to 47 Okinawa."""

# States with a social-security agreement in force with Japan, ISO 3166-1.
AGREEMENT_COUNTRIES = (
    "DE", "GB", "KR", "US", "BE", "FR", "CA", "AU", "NL", "CZ", "ES", "IE", "BR", "CH", "HU", "IN", "LU", "PH", "SK",
    "CN", "FI", "SE", "IT", "AT",
)  # fmt: skip

# What people do at work, for the question whether it fits the status. Norms can ask for these; others may be written.
DUTIES = (
    "programming", "system-design", "engineering", "design", "research", "teaching", "translation", "interpreting",
    "sales", "marketing", "accounting", "legal", "planning", "management", "trade", "customer-service",
    "office-work", "front-desk", "nursing", "care", "cooking", "serving", "dishwashing", "cleaning", "bed-making",
    "line-work", "inspection", "packing", "sorting", "loading", "delivery", "driving", "machine-operation", "welding",
    "construction", "farming", "fishing", "forestry", "livestock", "laundry", "cashier", "stocking", "security",
    "childcare", "housekeeping", "entertaining", "performing", "religious-service", "training", "supervision",
    "teaching-assistance", "research-assistance",
)  # fmt: skip

# The rows of the special additions (特別加算) of the points table, Ordinance 426M60000010037 art. 1.
POINTS_ADDITIONS = (
    "innovation_support", "small_enterprise", "research_spending", "foreign_qualification", "japanese_degree",
    "japanese_n1", "japanese_n2", "growth_field", "notified_university", "training", "training_at_japanese_university",
    "investment", "finance", "local_support",
)  # fmt: skip
