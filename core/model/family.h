#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/checkpoint/checkpoint.h"
#include "core/checkpoint/config.h"
#include "core/model/architecture.h"

namespace headlight {

/// What a family file reads to describe a model.
struct FamilyInput {
  const Config& config;
  const Checkpoint& checkpoint;    ///< For names only: prefixes, and what is there at all.
  std::string modelType;           ///< config.json's model_type.
  OutputHeadKind head = OutputHeadKind::None;  ///< What the architecture's name promises.
  std::string architecture;        ///< "BertForMaskedLM"
  std::string stem;                ///< What all names of this model's tensors begin with, where it is part of another.

  /// `stem` and `prefix` when some tensor's name begins so, or "transformer.", as heads that all families share call
  /// what they stand on; else the stem: names of a base model alone have no prefix.
  std::string prefix(const std::string& prefix) const;
  /// vocab_size; where it is absent, the rows of the token embeddings.
  Index vocabulary() const;
  /// The first of several names that a tensor has; the first one where none has.
  std::string firstOf(std::initializer_list<std::string> names) const;
  /// Which token embeddings the stack `side` ("encoder.", "decoder.") of an encoder-decoder reads: its own where they
  /// are in the files and differ from `base` + "shared.weight", else the shared ones, else the other stack's.
  std::string tableOf(const std::string& base, const std::string& side) const;
  /// Classes of a classification head: the rows of its last map's weight, else what config.json says.
  Index labels(const LinearSpec& output) const;
};

/// A key of config.json that a family does not read: harmless whatever its value, or, where some are named, computed
/// with these values alone (JSON texts; that of the library's default among them).
struct UnreadKey {
  std::string_view key;
  std::vector<std::string_view> computed = {};
};

/// Under what README and `headlight models --families` list a family.
enum class FamilyKind { Vision, VisionText, Speech, Encoder, Decoder, Experts, EncoderDecoder };

/// One family of models: which config.json it recognises and how it describes them.
struct Family {
  std::string_view name;
  std::vector<std::string_view> modelTypes;
  Architecture (*describe)(const FamilyInput& input);
  std::vector<UnreadKey> unread = {};
  /// Other names of keys and the ones that `describe` reads: {"hidden_size", "n_embd"}.
  std::vector<std::pair<std::string_view, std::string_view>> aliases = {};
  FamilyKind kind = FamilyKind::Decoder;
  std::string_view title = {};  ///< "RoBERTa, XLM-RoBERTa": how its models are called.
};

/// Every family, in the order of the lists for people.
const std::vector<Family>& families();
/// "encoders", …: what a kind is called in lists.
std::string_view nameOf(FamilyKind kind);
/// The titles of all families of a kind, with commas.
std::string titlesOf(FamilyKind kind);
/// The family of config.json's model_type, or null.
const Family* familyOf(std::string_view modelType);
/// The model_type of an architecture's name ("DistilBertForMaskedLM"), for a config.json without one; empty for none.
std::string_view modelTypeOf(std::string_view architecture);
/// What an architecture's name promises; `known` is false for heads that are not computed ("BertForQuestionAnswering").
OutputHeadKind headKindOf(std::string_view architecture, bool& known);

// Short ways to write the parts of a description.
LinearSpec linearPart(const std::string& name, bool bias = true);
/// A linear map whose weight is stored as [in, out].
LinearSpec inOutPart(const std::string& name);
NormSpec layerNorm(const std::string& name, double epsilon, bool bias = true);
NormSpec rmsNorm(const std::string& name, double epsilon, float gainOffset = 0);

/// An epsilon of config.json: between 0 and 1.
double epsilonOf(const Config& config, std::string_view key, double otherwise);
/// A positive number of config.json, at most 1e12.
double positiveOf(const Config& config, std::string_view key, double otherwise);
/// `heads` divides `width`, or Error; returns width / heads.
Index dividedBy(const Config& config, Index width, Index heads, std::string_view key);

/// The id of the padding token, or -1 for none.
std::int64_t padIdOf(const Config& config, std::int64_t otherwise);

/// Layers or heads of config.json, bounded so that a wrong number cannot fill the memory.
int layerCount(const Config& config, std::string_view key, Index otherwise);
int headCount(const Config& config, std::string_view key, Index otherwise);

/// The head of a causal model: output `name`, or tied to the token embeddings; or a classifier on the last token
/// ("score").
OutputHeadSpec causalHead(const FamilyInput& input, const std::string& name, bool tied, bool bias = false);
/// The head of a decoder over an encoder, whose output is "lm_head", or tied to `shared`, the embeddings that both
/// stacks share; a remark in place of another head.
void addTranslatorHead(const FamilyInput& input, bool tied, const std::string& shared, Architecture& d);
/// One output head that a family may have: the names of its tensors, and of which tokens it is.
struct TaskHead {
  OutputHeadKind kind = OutputHeadKind::None;
  std::vector<HeadStep> steps;  ///< From the hidden states to the last map.
  LinearSpec output;            ///< The last map.
  OutputHeadSpec::Pooling pooling = OutputHeadSpec::Pooling::EachToken;
  bool alsoCausal = false;  ///< A causal architecture has the same head.
};
/// The one of `heads` that the architecture's name promises, with its number of outcomes: the vocabulary of a language
/// model, whose output is tied to the token embeddings as config.json says, else the labels. None where no row is of
/// that kind.
OutputHeadSpec taskHead(const FamilyInput& input, const std::vector<TaskHead>& heads);

}  // namespace headlight
