"""Makes the stored results for which R's packages in Debian have no function.

  apt-get install python3-scipy python3-statsmodels      (Debian 12: statsmodels 0.13.5, scipy 1.10.1)
  cd src/tabulation/statistics/oracle && /usr/bin/python3 make_oracle.py && npx biome format --write .

The seed is fixed: the same versions write the same files. make-oracle.R makes the others, and comes
first: at the end some of its results are computed here once more.
"""

import json
import math
import random

import numpy as np
import scipy
import statsmodels
from statsmodels.stats.contingency_tables import SquareTable, mcnemar
from statsmodels.stats.inter_rater import fleiss_kappa
from statsmodels.stats.proportion import confint_proportions_2indep

chance = random.Random(20261122)
made_with = f"statsmodels {statsmodels.__version__}, scipy {scipy.__version__}"


def write_oracle(name, by, columns, rows):
    assert len(rows) >= 500
    lines = ",\n".join("    " + json.dumps(row, allow_nan=False) for row in rows)
    with open(f"{name}.json", "w", encoding="utf-8") as file:
        file.write(f'{{\n  "by": "{by}",\n  "madeWith": "{made_with}",\n')
        file.write(f'  "columns": {json.dumps(columns)},\n  "rows": [\n{lines}\n  ]\n}}\n')
    print(f"{name}: {len(rows)} results")


def log_uniform(least, most):
    return math.floor(math.exp(chance.uniform(math.log(least), math.log(most + 1))))


def binomial(n, p):
    return sum(chance.random() < p for _ in range(n))


# ---- Two shares ------------------------------------------------------------------------------------

groups = [(56, 70, 48, 80), (9, 10, 3, 10), (0, 20, 0, 20), (20, 20, 20, 20), (20, 20, 0, 20)]
groups += [(a, m, b, n) for m in (1, 2, 3) for n in (1, 2, 5) for a in range(m + 1) for b in range(n + 1)]
while len(groups) < 520:
    m, n = log_uniform(1, 3000), log_uniform(1, 3000)
    p = chance.betavariate(0.8, 0.8)
    q = p if chance.random() < 0.3 else chance.betavariate(0.8, 0.8)
    groups.append((binomial(m, p), m, binomial(n, q), n))

rows = []
for count, total, other_count, other_total in groups:
    limits = confint_proportions_2indep(
        count, total, other_count, other_total, compare="diff", method="newcomb"
    )
    difference = count / total - other_count / other_total
    rows.append([count, total, other_count, other_total, difference, *map(float, limits)])
write_oracle(
    "newcombe",
    "statsmodels confint_proportions_2indep(compare='diff', method='newcomb')",
    ["count", "total", "otherCount", "otherTotal", "difference", "lower", "upper"],
    rows,
)

# ---- Many raters -----------------------------------------------------------------------------------

counts = [[[1, 1], [2, 0]], [[2, 0], [0, 2]], [[3, 0, 0], [0, 3, 0], [0, 0, 3]]]
while len(counts) < 520:
    raters, categories = chance.randint(2, 8), chance.randint(2, 5)
    sharpness = chance.choice((0, 1, 3))
    table = []
    for _ in range(chance.randint(2, 9)):
        favourite = chance.randrange(categories)
        weights = [math.exp(sharpness * (each == favourite)) for each in range(categories)]
        said = chance.choices(range(categories), weights, k=raters)
        table.append([said.count(each) for each in range(categories)])
    # All in one category: no disagreement was possible, and kappa is 0/0.
    if sum(1 for column in zip(*table) if sum(column) > 0) > 1:
        counts.append(table)
write_oracle(
    "fleiss-kappa",
    "statsmodels fleiss_kappa(table, method='fleiss')",
    ["counts", "kappa"],
    [[table, float(fleiss_kappa(np.array(table), method="fleiss"))] for table in counts],
)

# ---- Second opinions on what R has judged already --------------------------------------------------



def same_statistic(row):
    levels, cells, chi_squared, degrees, _ = row
    if degrees < levels - 1:
        return None  # an empty level, or levels between which nobody moved: no answer in statsmodels
    table = SquareTable(np.array(cells, float).reshape(levels, levels), shift_zeros=False)
    return table.homogeneity(method="stuart_maxwell").statistic, chi_squared


def same_exact_p(row):
    b, c, _, exact, _ = row
    return mcnemar([[7, b], [c, 5]], exact=True).pvalue, exact


for name, compare in {"stuart-maxwell": same_statistic, "mcnemar": same_exact_p}.items():
    with open(f"{name}.json", encoding="utf-8") as file:
        pairs = [pair for pair in map(compare, json.load(file)["rows"]) if pair is not None]
    for found, stored in pairs:
        assert math.isclose(found, stored, rel_tol=1e-8, abs_tol=1e-10), (name, found, stored)
    print(f"{name}: statsmodels agrees with R in all {len(pairs)} that both can do")
