"""Sort two dozen techniques into four fields, and let Python's sets check who contains whom."""

from tutor.sandbox.displays import Figure, Result, Table, bars

# AI as the field of study, learning or not; ML learns from data; DL learns with many layers;
# DS draws conclusions from data, with or without ML.
FIELDS = {
    "A* route search": "AI",
    "chess by tree search": "AI",
    "theorem prover": "AI",
    "constraint solver for rosters": "AI",
    "expert system of rules": "AI",
    "STRIPS planning": "AI",
    "perceptron": "AI ML",
    "k nearest neighbours": "AI ML DS",
    "linear regression": "AI ML DS",
    "logistic regression": "AI ML DS",
    "decision tree": "AI ML DS",
    "random forest": "AI ML DS",
    "k-means": "AI ML DS",
    "naive Bayes": "AI ML DS",
    "Q-learning": "AI ML",
    "convolutional network": "AI ML DL",
    "LSTM": "AI ML DL",
    "transformer": "AI ML DL",
    "diffusion model": "AI ML DL",
    "deep Q-network": "AI ML DL",
    "A/B test": "DS",
    "SQL report": "DS",
    "dashboard": "DS",
    "survey weighting": "DS",
}
# The narrower use of the word AI: only what seems intelligent. Statistics under a new name is left out.
NOT_INTELLIGENT = {
    "k nearest neighbours",
    "linear regression",
    "logistic regression",
    "decision tree",
    "k-means",
    "naive Bayes",
}


def run(*, view: str, seed: int) -> Result:
    AI, ML, DL, DS = (
        {technique for technique, fields in FIELDS.items() if field in fields.split()}
        for field in ("AI", "ML", "DL", "DS")
    )
    if view == "overlap":
        AI = AI - NOT_INTELLIGENT

    statements = {
        "DL is inside ML": DL <= ML,
        "ML is inside AI": ML <= AI,
        "DS is inside ML": DS <= ML,
        "ML is inside DS": ML <= DS,
    }
    regions = {
        "AI, not ML": AI - ML,
        "ML, not DL": ML - DL,
        "DL": DL,
        "ML and DS": ML & DS,
        "DS, not ML": DS - ML,
        "ML, not AI": ML - AI,
    }
    counts = bars(
        list(regions),
        {"techniques": [len(region) for region in regions.values()]},
        title=f"Techniques by region, {view} view",
        alt="; ".join(f"{name}: {len(region)}" for name, region in regions.items()) + ".",
    )
    verdicts = Figure(
        title="What the sets say",
        marks=(
            Table(
                ("statement", "holds"),
                tuple((words, "yes" if holds else "no") for words, holds in statements.items()),
            ),
        ),
        alt=". ".join(f"{words}: {'yes' if holds else 'no'}" for words, holds in statements.items()) + ".",
    )
    return Result(
        metrics={
            "dl_in_ml": int(DL <= ML),
            "ml_in_ai": int(ML <= AI),
            "ds_in_ml": int(DS <= ML),
            "ml_in_ds": int(ML <= DS),
            "ai_not_ml": len(AI - ML),
            "ml_and_ds": len(ML & DS),
            "ds_not_ml": len(DS - ML),
            "ml_not_ds": len(ML - DS),
            "techniques": len(FIELDS),
        },
        figures=[counts, verdicts],
    )
