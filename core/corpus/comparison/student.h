#pragma once

namespace headlight {

/// t such that a number of Student's distribution (1908) with so many degrees of freedom, above 0 and not necessarily
/// whole, lies in [-t, t] with a probability of `level`, 0 to 1 exclusive. To 1e-6 of its size.
double studentQuantile(double level, double degrees);

}  // namespace headlight
