#pragma once

#include <QString>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace headlight {

/// How findings are painted.
enum class FindingShape {
  Grid,     ///< Layers or places within them × tokens.
  Heads,    ///< Layers × heads.
  Sources,  ///< Heads × tokens, strongest first.
  Text,     ///< The text, tinted.
  Pairs,    ///< Tokens × tokens.
  Writers,  ///< Who wrote a query × who wrote a key, with the sums of both.
  Graph,    ///< Heads and feed-forward networks, edges between them.
};

/// What the numbers of findings are.
enum class FindingQuantity {
  Restored,
  Metric,
  MetricChange,
  LogProbability,
  Nats,
  Probability,
  ProbabilityChange,
  Rank,
  Score,
  Relevance,
  Copying,
  AboveChance,
  Kappa
};

/// One picture of what a method of core/findings finds.
struct CircuitView {
  std::string_view tensor;  ///< Its name, by which commands call the picture: "patch.z".
  std::string_view method;
  std::string_view value;  ///< What the method is to compute of its values; empty where it has none.
  FindingShape shape = FindingShape::Grid;
  FindingQuantity quantity = FindingQuantity::Metric;
};

/// Every picture, those of a method next to each other.
std::span<const CircuitView> circuitViews();
/// The picture of that name; throws Error with what is near, or the methods that there are.
const CircuitView& circuitViewNamed(std::string_view tensor);
/// The names of the pictures.
std::vector<std::string> circuitViewNames();

/// What a person calls a method that has pictures: "Patching".
QString circuitMethodName(std::string_view method);
/// What it tells, in a sentence.
QString circuitMethodTells(std::string_view method);
/// What a picture shows of its method: "Head outputs".
QString circuitViewName(const CircuitView& view);
/// A test of core/findings/head_tests: "Previous token".
QString headTestName(std::string_view test);
/// What a legend calls the numbers.
QString quantityTitle(FindingQuantity quantity);

}  // namespace headlight
