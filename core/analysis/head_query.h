#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/analysis/head_table.h"

namespace headlight {

// Which heads are wanted, as a person writes it:
//
//   1.3  0-2.*  *.0  1.*,2.3          heads by layer and head, each a number, a range, * or a pattern with ? and *;
//                                     one of several that follow each other
//   METRIC > 0.5                      a number of headColumns(), or layer or head; > >= < <= = !=; 50% is 0.5
//   label:induction                   a label by the beginning of its name; label:"previous token", label:none,
//   label:any;
//                                     one of several: label:previous,next
//   layer:2-4  head:0,3               by number
//   like:3.1   like:3.1 > 0.9         heads at least 80% as head 3.1 attends, or another share
//   attention:encoder  encoder 3.1    of an encoder–decoder model: encoder, decoder or cross
//   A B, A and B, A or B, not A, ( )  `and` binds closer than `or`; case does not count
//
// Layers and heads count from 0. A head without a number (a row of which there is none) fits neither a comparison nor
// its opposite.

/// How alike heads attend: 1 - D / ln 2 for a mean Jensen–Shannon divergence D of their rows, 0 to 1. By the head that
/// is named in a query, then by the head compared with it.
using HeadLikeness = std::map<HeadId, std::map<HeadId, double>>;

/// Which heads are wanted.
class HeadQuery {
 public:
  /// All of them.
  HeadQuery() = default;

  /// Whether heads can only be tested with their facts.
  bool needsFacts() const;
  /// The heads that others are compared with, in layers and heads; of no attention in particular.
  std::vector<HeadId> likened() const;
  /// Whether the head is wanted. Without `facts` no head has a metric or a label, without `likeness` none is like
  /// another.
  bool fits(HeadId head, const HeadFacts* facts = nullptr, const HeadLikeness& likeness = {}) const;

  bool operator==(const HeadQuery&) const = default;

 private:
  friend class HeadQueryParser;
  enum class Kind { All, And, Or, Not, Heads, Attention, Labels, Number, Like };
  enum class Comparison { Less, AtMost, Equal, AtLeast, More, Unequal };

  std::optional<bool> test(HeadId head, const HeadFacts* facts, const HeadLikeness& likeness) const;
  bool compares(double value) const;

  Kind m_kind = Kind::All;
  std::vector<HeadQuery> m_parts;     ///< Of And, Or and Not.
  std::vector<std::pair<std::string, std::string>> m_heads;  ///< Patterns of layer and head.
  AttentionType m_attention = AttentionType::Self;
  std::vector<HeadLabel> m_labels;
  std::string m_number;               ///< "layer", "head" or the name of a column.
  Comparison m_comparison = Comparison::More;
  double m_value = 0;
  HeadId m_like;
};

/// Reads a query; throws Error that names the place (a character, from 1), what was expected and what was found.
/// Nothing, or only spaces, means all heads.
HeadQuery parseHeadQuery(std::string_view text);

/// How alike every head of `maps` is to each of `heads`, what a query's likened() are for. Throws Error for a head that
/// the maps do not have; Cancelled.
HeadLikeness likenessTo(const std::vector<HeadId>& heads, const AttentionMaps& maps, const Progress& progress = {});

/// What a word of a query can be, to complete it while it is typed: metrics, labels ("label:previous_token"),
/// attentions and words that join.
std::vector<std::string> headQueryWords();

}  // namespace headlight
