#include "core/model/family.h"

#include <algorithm>
#include <array>

#include "core/base/error.h"
#include "core/base/plain_text.h"
#include "core/model/families/all.h"

namespace headlight {

const std::vector<Family>& families() {
  static const std::vector<Family> all = allFamilies();
  return all;
}

std::string_view nameOf(FamilyKind kind) {
  switch (kind) {
    case FamilyKind::Vision:
      return "vision";
    case FamilyKind::VisionText:
      return "vision and text";
    case FamilyKind::Speech:
      return "speech and sound";
    case FamilyKind::Encoder:
      return "encoders";
    case FamilyKind::Decoder:
      return "decoders";
    case FamilyKind::Experts:
      return "mixtures of experts";
    case FamilyKind::EncoderDecoder:
      return "encoder–decoders";
  }
  return "";
}

std::string titlesOf(FamilyKind kind) {
  std::string titles;
  for (const Family& family : families())
    if (family.kind == kind) titles += (titles.empty() ? "" : ", ") + std::string(family.title);
  return titles;
}

const Family* familyOf(std::string_view modelType) {
  for (const Family& family : families())
    if (std::find(family.modelTypes.begin(), family.modelTypes.end(), modelType) != family.modelTypes.end())
      return &family;
  return nullptr;
}

namespace {

/// "XLM-RoBERTa" → "xlmroberta"
std::string plainName(std::string_view name) { return lowerAscii(name, "-_"); }

}  // namespace

std::string_view modelTypeOf(std::string_view architecture) {
  for (const std::string_view end : {"For", "LMHeadModel", "DoubleHeadsModel", "MTModel", "TextModel", "Model"})
    if (const auto at = architecture.find(end); at != std::string_view::npos && at > 0) {
      const std::string name = plainName(architecture.substr(0, at));
      for (const Family& family : families())
        for (const std::string_view type : family.modelTypes)
          if (plainName(type) == name) return type;
    }
  return {};
}

OutputHeadKind headKindOf(std::string_view architecture, bool& known) {
  known = true;
  const auto ends = [&](std::string_view end) { return architecture.ends_with(end); };
  if (ends("ForMaskedLM")) return OutputHeadKind::MaskedLm;
  // Of two heads, the one that says the next token.
  if (ends("ForCausalLM") || ends("LMHeadModel") || ends("DoubleHeadsModel")) return OutputHeadKind::CausalLm;
  // The decoder of an encoder–decoder model says the next token as well.
  if (ends("ForConditionalGeneration") || ends("MTModel")) return OutputHeadKind::CausalLm;
  // A class of the whole image is one of the whole text as well: one row of labels from the first token.
  if (ends("ForSequenceClassification") || ends("ForImageClassification") || ends("ForImageClassificationWithTeacher"))
    return OutputHeadKind::SequenceClassification;
  if (ends("ForAudioClassification")) return OutputHeadKind::SequenceClassification;
  if (ends("ForTokenClassification") || ends("ForCTC")) return OutputHeadKind::TokenClassification;
  if (architecture == "ElectraForPreTraining") return OutputHeadKind::ReplacedTokenDetection;
  if (ends("ForPreTraining")) return OutputHeadKind::MaskedLm;
  known = architecture.empty() || ends("Model") || ends("Encoder");
  return OutputHeadKind::None;
}

std::string FamilyInput::prefix(const std::string& prefix) const {
  for (const std::string& each : {prefix, std::string("transformer.")})
    if (checkpoint.hasPrefix(stem + each)) return stem + each;
  return stem;
}

std::string FamilyInput::firstOf(std::initializer_list<std::string> names) const {
  for (const std::string& name : names)
    if (checkpoint.has(name)) return name;
  return *names.begin();
}

std::string FamilyInput::tableOf(const std::string& base, const std::string& side) const {
  const auto table = [&](const std::string& of) { return base + of + "embed_tokens.weight"; };
  const std::string shared = base + "shared.weight", own = table(side);
  const StoredTensor *ours = checkpoint.find(own), *all = checkpoint.find(shared);
  if (ours && all) return sameNumbers(*ours, *all) ? shared : own;
  return ours ? own : all ? shared : firstOf({table("encoder."), table("decoder."), shared});
}

Index FamilyInput::vocabulary() const {
  if (!config.has("vocab_size"))
    for (const auto& [name, tensor] : checkpoint.tensors())
      for (const std::string_view end : {"embed_tokens.weight", "word_embeddings.weight", "wte.weight", "shared.weight",
                                         "tok_embeddings.weight", "embed_in.weight"})
        if (name.ends_with(end) && tensor.shape.size() == 2) return static_cast<Index>(tensor.shape[0]);
  return config.size("vocab_size");
}

Index FamilyInput::labels(const LinearSpec& output) const {
  if (const StoredTensor* weight = checkpoint.find(output.weight); weight && weight->shape.size() == 2)
    return static_cast<Index>(weight->shape[output.inOut ? 1 : 0]);
  const auto names = config.labels();
  return config.size("num_labels", names.empty() ? 2 : static_cast<Index>(names.size()));
}

LinearSpec linearPart(const std::string& name, bool bias) {
  return {name + ".weight", bias ? name + ".bias" : "", false};
}

LinearSpec inOutPart(const std::string& name) { return {name + ".weight", name + ".bias", true}; }

NormSpec layerNorm(const std::string& name, double epsilon, bool bias) {
  return {NormKind::LayerNorm, epsilon, name + ".weight", bias ? name + ".bias" : "", 0};
}

NormSpec rmsNorm(const std::string& name, double epsilon, float gainOffset) {
  return {NormKind::RmsNorm, epsilon, name + ".weight", "", gainOffset};
}

std::int64_t padIdOf(const Config& config, std::int64_t otherwise) {
  // A null means none, where an absent key means the library's default.
  return config.declares("pad_token_id") ? config.integer("pad_token_id", -1) : otherwise;
}

double epsilonOf(const Config& config, std::string_view key, double otherwise) {
  const double epsilon = config.number(key, otherwise);
  if (!(epsilon >= 0 && epsilon <= 1))
    throw Error(config.where(key) + ": expected a number from 0 to 1, found " + std::to_string(epsilon));
  return epsilon;
}

double positiveOf(const Config& config, std::string_view key, double otherwise) {
  const double number = config.number(key, otherwise);
  if (!(number > 0 && number <= 1e12))
    throw Error(config.where(key) + ": expected a positive number, found " + std::to_string(number));
  return number;
}

Index dividedBy(const Config& config, Index width, Index heads, std::string_view key) {
  if (width % heads != 0)
    throw Error(config.where(key) + ": " + std::to_string(heads) + " heads do not divide the width " +
                std::to_string(width));
  return width / heads;
}

namespace {

int countOf(const Config& config, std::string_view key, Index otherwise, Index most) {
  const Index count = config.size(key, otherwise);
  if (count > most)
    throw Error(config.where(key) + ": expected at most " + std::to_string(most) + ", found " + std::to_string(count));
  return static_cast<int>(count);
}

}  // namespace

int layerCount(const Config& config, std::string_view key, Index otherwise) {
  return countOf(config, key, otherwise, 4096);
}

int headCount(const Config& config, std::string_view key, Index otherwise) {
  return countOf(config, key, otherwise, 65536);
}

OutputHeadSpec causalHead(const FamilyInput& input, const std::string& name, bool tied, bool bias) {
  const std::string inner = input.stem + name;
  OutputHeadSpec head = taskHead(
      input,
      {{OutputHeadKind::CausalLm, {}, linearPart(input.checkpoint.has(inner + ".weight") ? inner : name, bias)},
       {OutputHeadKind::SequenceClassification, {}, linearPart("score", false), OutputHeadSpec::Pooling::LastToken},
       {OutputHeadKind::TokenClassification,
        {},
        linearPart(input.checkpoint.has("classifier.weight") ? "classifier" : "score")}});
  if (head.kind == OutputHeadKind::CausalLm) head.tied = tied;
  return head;
}

void addTranslatorHead(const FamilyInput& input, bool tied, const std::string& shared, Architecture& d) {
  if (input.head == OutputHeadKind::CausalLm) {
    d.head = causalHead(input, "lm_head", tied);
    // Tied to the shared embeddings even where the decoder has embeddings of its own.
    if (tied && !input.checkpoint.has(d.head.output.weight) && input.checkpoint.has(shared))
      d.head.output.weight = shared;
    d.head.outputs = d.vocabulary;
  } else if (input.head != OutputHeadKind::None) {
    d.remarks.push_back("The head of " + input.architecture + " is not computed.");
  }
}

OutputHeadSpec taskHead(const FamilyInput& input, const std::vector<TaskHead>& heads) {
  for (const TaskHead& row : heads) {
    if (row.kind != input.head && !(row.alsoCausal && input.head == OutputHeadKind::CausalLm)) continue;
    OutputHeadSpec head;
    head.kind = row.kind;
    head.pooling = row.pooling;
    head.steps = row.steps;
    head.output = row.output;
    if (head.kind == OutputHeadKind::MaskedLm) {
      head.tied = input.config.flag("tie_word_embeddings", true);
      // Newer files keep the output's own bias beside the one that it is tied to; where the two differ it counts.
      const std::string own = head.output.weight.substr(0, head.output.weight.rfind('.')) + ".bias";
      if (!head.output.bias.empty() && input.checkpoint.has(own)) head.output.bias = own;
    }
    head.outputs = head.kind == OutputHeadKind::MaskedLm || head.kind == OutputHeadKind::CausalLm ? input.vocabulary()
                   : head.kind == OutputHeadKind::ReplacedTokenDetection                    ? 1
                                                                                      : input.labels(head.output);
    return head;
  }
  return {};
}

}  // namespace headlight
