# Makes most of the results that oracle.test.ts compares our statistics with.
#
#   apt-get install r-base-core r-cran-coin r-cran-vcd        (Debian 12: R 4.2.2, coin 1.4-2, vcd 1.4-11)
#   cd src/tabulation/statistics/oracle && Rscript make-oracle.R
#   /usr/bin/python3 make_oracle.py && npx biome format --write .
#
# The seed is fixed: the same versions write the same files. `by` in each file says who computed it: a
# function of R or of a package wherever there is one, else the formula of the paper, written here
# from the paper and without a look at the code that it is to judge.

suppressPackageStartupMessages({
  library(coin)
  library(vcd)
})
set.seed(20261122)

made_with <- sprintf(
  "R %s, coin %s, vcd %s",
  getRversion(), packageVersion("coin"), packageVersion("vcd")
)

# 17 significant digits give back the very same double.
json_number <- function(x) {
  ifelse(is.na(x), "null", ifelse(x == round(x) & abs(x) < 1e15, sprintf("%.0f", x), sprintf("%.17g", x)))
}
json_value <- function(x) {
  if (is.list(x)) return(paste0("[", paste(vapply(x, json_value, ""), collapse = ", "), "]"))
  if (length(x) == 1 && is.null(attr(x, "many"))) return(json_number(x))
  paste0("[", paste(json_number(x), collapse = ", "), "]")
}
# An array also where it holds one number only.
many <- function(x) structure(as.numeric(x), many = TRUE)

write_oracle <- function(name, by, columns, rows) {
  stopifnot(length(rows) >= 500)
  lines <- vapply(rows, function(row) paste0("    ", json_value(as.list(row))), "")
  writeLines(c(
    "{",
    sprintf('  "by": "%s",', by),
    sprintf('  "madeWith": "%s",', made_with),
    sprintf('  "columns": [%s],', paste0('"', columns, '"', collapse = ", ")),
    '  "rows": [', paste(lines, collapse = ",\n"), "  ]", "}"
  ), sprintf("%s.json", name))
  cat(sprintf("%s: %d results\n", name, length(rows)))
}

log_uniform <- function(from, until) floor(exp(runif(1, log(from), log(until + 1))))
z95 <- qnorm(0.975)

# ---- A share ---------------------------------------------------------------------------------------

shares <- c(
  unlist(lapply(1:10, function(n) lapply(0:n, function(x) c(x, n))), recursive = FALSE),
  lapply(c(20, 29, 30, 100, 1000, 30000), function(n) c(0, n)),
  lapply(c(20, 29, 30, 100, 1000, 30000), function(n) c(n, n)),
  lapply(c(20, 29, 30, 100, 1000, 30000), function(n) c(1, n)),
  list(c(81, 263), c(15, 148), c(9, 43))
)
while (length(shares) < 500) {
  n <- log_uniform(1, 30000)
  shares[[length(shares) + 1]] <- c(rbinom(1, n, rbeta(1, 0.7, 0.7)), n)
}
alphas <- c(rep(0.05, 400), sample(c(0.002, 0.01, 0.1, 0.2), 100, replace = TRUE))
# The odd levels fall on random shares, not on the edges with which the list begins.

write_oracle("wilson", "stats::prop.test(x, n, conf.level, correct = FALSE)",
  c("x", "n", "z", "lower", "upper"),
  Map(function(share, alpha) {
    limits <- suppressWarnings(
      prop.test(share[1], share[2], conf.level = 1 - alpha, correct = FALSE)
    )$conf.int
    c(share, qnorm(1 - alpha / 2), limits)
  }, shares, alphas))

write_oracle("clopper-pearson", "stats::binom.test(x, n, conf.level)",
  c("x", "n", "alpha", "lower", "upper"),
  Map(function(share, alpha) {
    c(share, alpha, binom.test(share[1], share[2], conf.level = 1 - alpha)$conf.int)
  }, shares, alphas))

# ---- Pairs -----------------------------------------------------------------------------------------

# Newcombe (1998), Statistics in Medicine 17, 2635-2650, method 10: score limits of each share, joined
# with the correlation phi, whose numerator is corrected for continuity where it is positive.
paired_newcombe <- function(both, only_first, only_second, neither) {
  both <- as.numeric(both) # whole numbers of R overflow in the product of the margins
  n <- both + only_first + only_second + neither
  score <- function(x) {
    root <- z95 * sqrt(z95^2 + 4 * x * (n - x) / n)
    (2 * x + z95^2 + c(-1, 1) * root) / (2 * (n + z95^2))
  }
  first <- both + only_first
  second <- both + only_second
  limits_first <- score(first)
  limits_second <- score(second)
  product <- first * (n - first) * second * (n - second)
  numerator <- both * neither - only_first * only_second
  if (numerator > 0) numerator <- max(numerator - n / 2, 0)
  phi <- if (product == 0) 0 else numerator / sqrt(product)
  p_first <- first / n
  p_second <- second / n
  far <- function(a, b) sqrt(max(0, a^2 - 2 * phi * a * b + b^2))
  difference <- p_first - p_second
  c(
    difference,
    difference - far(p_first - limits_first[1], limits_second[2] - p_second),
    difference + far(limits_first[2] - p_first, p_second - limits_second[1])
  )
}

pairs <- unlist(lapply(0:2, function(a) unlist(lapply(0:2, function(b) unlist(lapply(0:2, function(c)
  lapply(0:2, function(d) c(a, b, c, d))), recursive = FALSE)), recursive = FALSE)), recursive = FALSE)
pairs <- c(Filter(function(cells) sum(cells) > 0, pairs), list(c(14, 5, 0, 22), c(36, 0, 0, 0), c(0, 0, 0, 36)))
while (length(pairs) < 520) {
  weights <- rexp(4)^2 * rbinom(4, 1, 0.85)
  if (sum(weights) > 0) {
    pairs[[length(pairs) + 1]] <- as.vector(rmultinom(1, log_uniform(3, 2000), weights))
  }
}
write_oracle("paired-newcombe", "the formula of Newcombe (1998), method 10, written in R",
  c("both", "onlyFirst", "onlySecond", "neither", "difference", "lower", "upper"),
  lapply(pairs, function(cells) c(cells, do.call(paired_newcombe, as.list(cells)))))

# Neither of the two tests exists without a discordant pair.
discordant <- Filter(function(bc) sum(bc) > 0, unlist(lapply(0:14, function(b)
  lapply(0:14, function(c) c(b, c))), recursive = FALSE))
discordant <- c(discordant, list(c(150, 86), c(0, 60), c(1000, 0), c(700, 700), c(1200, 900)))
while (length(discordant) < 520) {
  n <- log_uniform(15, 3000)
  b <- rbinom(1, n, rbeta(1, 3, 3))
  discordant[[length(discordant) + 1]] <- c(b, n - b)
}
write_oracle("mcnemar",
  "stats::mcnemar.test(correct = FALSE), stats::binom.test(b, b + c); midP = exact - dbinom(b, b + c, 0.5)",
  c("b", "c", "chiSquared", "exact", "midP"),
  lapply(discordant, function(bc) {
    n <- sum(bc)
    exact <- binom.test(bc[1], n)$p.value
    # Equal numbers: the observed table is the middle of the distribution, and both p are 1.
    mid <- if (bc[1] == bc[2]) 1 else exact - dbinom(bc[1], n, 0.5)
    c(bc, mcnemar.test(matrix(c(7, bc[1], bc[2], 5), 2), correct = FALSE)$statistic, exact, mid)
  }))

# ---- Ordinal levels before and after ---------------------------------------------------------------

square <- function(k, n, sharpness) {
  distance <- abs(outer(1:k, 1:k, "-"))
  weights <- matrix(rexp(k * k), k) * exp(-sharpness * distance)
  matrix(rmultinom(1, n, weights), k)
}
# Rows and columns of a level that nobody has, before or after.
empty_level <- function(m, level) {
  m[level, ] <- 0
  m[, level] <- 0
  m
}
squares <- list(
  matrix(c(1520, 266, 124, 66, 234, 1512, 432, 78, 117, 362, 1772, 205, 36, 82, 179, 492), 4, byrow = TRUE),
  matrix(c(5, 3, 3, 5), 2), matrix(c(0, 4, 1, 0), 2), matrix(c(0, 1, 0, 0), 2),
  matrix(c(0, 0, 0, 9, 0, 0, 0, 4, 0), 3)
)
while (length(squares) < 560) {
  k <- sample(2:6, 1)
  m <- square(k, log_uniform(4, 1500), runif(1, 0, 1.5))
  if (k > 2 && runif(1) < 0.2) m <- empty_level(m, sample(k, 1))
  if (runif(1) < 0.1) m[lower.tri(m)] <- 0
  if (sum(m) > sum(diag(m))) squares[[length(squares) + 1]] <- m
}
stuart_maxwell <- function(m) {
  levels <- as.character(seq_len(nrow(m)))
  table <- as.table(m)
  dimnames(table) <- list(before = levels, after = levels)
  # An empty level makes coin warn of a variance of zero; its answer is the one for the other levels.
  test <- suppressWarnings(mh_test(table))
  list(nrow(m), many(t(m)), statistic(test), test@statistic@df, as.numeric(pvalue(test)))
}
write_oracle("stuart-maxwell", "coin::mh_test(table), asymptotic",
  c("levels", "cells", "chiSquared", "degreesOfFreedom", "p"), lapply(squares, stuart_maxwell))

# Differences of ordinal levels: ties and zeros everywhere; some of distinct sizes.
steps <- list(1, -1, c(0, 1), c(1, -1), c(0, 0, 0, -2), c(1, 1, 1, 1, 1), rep(c(1, 0), 25), 1:50)
while (length(steps) < 470) {
  n <- log_uniform(1, 50)
  size <- sample(c(1, 2, 4, 9), 1)
  drift <- runif(1, -1, 1)
  step <- if (runif(1) < 0.15) sample(n) * sample(c(-1, 1), n, replace = TRUE)
    else pmax(-size, pmin(size, round(rnorm(n, drift, size / 2))))
  if (any(step != 0)) steps[[length(steps) + 1]] <- step
}
while (length(steps) < 530) {
  step <- pmax(-4, pmin(4, round(rnorm(sample(51:90, 1), runif(1, -0.5, 0.5), 1.3))))
  steps[[length(steps) + 1]] <- step
}
signed_rank <- function(step) {
  data <- data.frame(after = step, before = 0)
  test <- function(distribution) {
    wilcoxsign_test(after ~ before, data, zero.method = "Pratt", distribution = distribution)
  }
  asymptotic <- test("asymptotic")
  exact <- if (sum(step != 0) <= 50) as.numeric(pvalue(test("exact"))) else NA
  sum_positive <- sum(rank(abs(step))[step > 0])
  list(many(step), sum_positive, exact, as.numeric(statistic(asymptotic)), as.numeric(pvalue(asymptotic)))
}
write_oracle("wilcoxon",
  "coin::wilcoxsign_test(zero.method = 'Pratt', distribution = 'exact' and 'asymptotic'); sumPositive by base::rank",
  c("differences", "sumPositive", "exact", "z", "asymptotic"), lapply(steps, signed_rank))

# Bonett & Price (2012), Journal of Educational and Behavioral Statistics 37, 479-488: Wald's interval
# for paired shares after adding one case to each of the two discordant cells.
net_change <- function(improved, same, worse) {
  n <- improved + same + worse
  up <- (improved + 1) / (n + 2)
  down <- (worse + 1) / (n + 2)
  half <- z95 * sqrt((up + down - (up - down)^2) / (n + 2))
  c((improved - worse) / n, up - down - half, up - down + half)
}
moves <- Filter(function(cells) sum(cells) > 0, unlist(lapply(0:5, function(a) unlist(lapply(0:5, function(b)
  lapply(0:5, function(c) c(a, b, c))), recursive = FALSE)), recursive = FALSE))
while (length(moves) < 520) {
  moves[[length(moves) + 1]] <- as.vector(rmultinom(1, log_uniform(3, 5000), rexp(3)^2))
}
write_oracle("net-change", "the formula of Bonett and Price (2012), written in R",
  c("improved", "same", "worse", "difference", "lower", "upper"),
  lapply(moves, function(cells) c(cells, net_change(cells[1], cells[2], cells[3]))))

# ---- Charts ----------------------------------------------------------------------------------------

# Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202, appendix A.1.1: exact binomial limits,
# interpolated between the two counts that enclose the probability. Not cut off at 0 and 1.
funnel_limit <- function(p, n, theta) {
  r <- qbinom(p, n, theta)
  above <- pbinom(r, n, theta)
  below <- pbinom(r - 1, n, theta)
  (r - (above - p) / (above - below)) / n
}
targets <- list(c(0.57, 30), c(0.57, 100), c(0.01, 1), c(0.99, 1), c(0.5, 1), c(0.5, 2), c(0.001, 20))
while (length(targets) < 520) {
  targets[[length(targets) + 1]] <- c(round(runif(1, 0.005, 0.995), sample(2:4, 1)), log_uniform(1, 3000))
}
write_oracle("funnel", "stats::qbinom and pbinom, interpolated as in Spiegelhalter (2005)",
  c("theta", "n", "p0.001", "p0.025", "p0.975", "p0.999"),
  lapply(targets, function(target) {
    c(target, vapply(c(0.001, 0.025, 0.975, 0.999), funnel_limit, 0, target[2], target[1]))
  }))

# Montgomery (2009), 7.2: three sigma around the common share, never outside 0-1. Below 20 cases the
# binomial quantiles at the probabilities that three sigma have in a normal distribution.
p_chart <- function(counts, totals) {
  centre <- sum(counts) / sum(totals)
  spread <- 3 * sqrt(centre * (1 - centre) / totals)
  few <- totals < 20
  lower <- ifelse(few, qbinom(pnorm(-3), totals, centre) / totals, pmax(0, centre - spread))
  upper <- ifelse(few, qbinom(pnorm(3), totals, centre) / totals, pmin(1, centre + spread))
  list(many(counts), many(totals), centre, many(lower), many(upper))
}
charts <- list(list(0, 7), list(7, 7), list(c(0, 0), c(19, 20)), list(c(19, 20), c(19, 20)), list(c(1, 0), c(1, 1)))
while (length(charts) < 500) {
  totals <- replicate(sample(1:5, 1), log_uniform(1, 400))
  charts[[length(charts) + 1]] <- list(rbinom(length(totals), totals, rbeta(1, 0.8, 0.8)), totals)
}
write_oracle("p-chart",
  "the formula of Montgomery (2009), written in R; below 20 cases stats::qbinom at pnorm(-3) and pnorm(3)",
  c("counts", "totals", "centre", "lower", "upper"),
  lapply(charts, function(chart) p_chart(chart[[1]], chart[[2]])))

# ---- Agreement -------------------------------------------------------------------------------------

ratings <- list(matrix(c(20, 5, 10, 15), 2), diag(c(4, 7, 2)), matrix(c(0, 6, 3, 0), 2))
while (length(ratings) < 520) {
  k <- sample(2:6, 1)
  m <- square(k, log_uniform(4, 1500), runif(1, 0, 3))
  if (k > 2 && runif(1) < 0.15) m <- empty_level(m, sample(k, 1))
  by_chance <- sum(rowSums(m) * colSums(m)) / sum(m)^2
  if (by_chance < 1) ratings[[length(ratings) + 1]] <- m
}
write_oracle("cohen-kappa", "vcd::Kappa(matrix)$Unweighted",
  c("levels", "cells", "kappa", "standardError"),
  lapply(ratings, function(m) {
    kappa <- Kappa(m)$Unweighted
    list(nrow(m), many(t(m)), kappa[["value"]], kappa[["ASE"]])
  }))

# ---- Distributions ---------------------------------------------------------------------------------

# What all of the above rest on: also far out in the tails, where a p-value is small.
write_oracle("distributions",
  "stats::pnorm(x), pchisq(chiSquared, degrees, lower.tail = FALSE), pbinom(r, n, p), dbinom(r, n, p), pbeta(p, a, b)",
  c("x", "normal", "chiSquared", "degrees", "chiSquaredTail", "r", "n", "p", "cumulative", "density", "a", "b", "beta"),
  lapply(1:500, function(i) {
    x <- round(runif(1, -9, 9), 3)
    chi_squared <- round(exp(runif(1, -6, 6)), 4)
    degrees <- sample(1:12, 1)
    n <- log_uniform(1, 5000)
    p <- round(runif(1), 4)
    r <- if (i %% 5 == 0) sample(0:n, 1) else qbinom(runif(1), n, p)
    a <- round(exp(runif(1, -1, 6)), 2)
    b <- round(exp(runif(1, -1, 6)), 2)
    c(
      x, pnorm(x), chi_squared, degrees, pchisq(chi_squared, degrees, lower.tail = FALSE),
      r, n, p, pbinom(r, n, p), dbinom(r, n, p), a, b, pbeta(p, a, b)
    )
  }))
