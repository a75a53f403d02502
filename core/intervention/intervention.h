#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/attention/value_edit.h"
#include "core/intervention/token_set.h"

namespace headlight {

// What is changed in a run: plain values, which a person writes in the grammar of core/intervention/grammar.h and
// Model::run takes. They act in their order.

/// A head's output replaced (Michel et al. 2019): by nothing, its weights all 0; by the mean of its outputs over the
/// tokens of the text; or by their mean over another text (Wang et al. 2022).
struct Ablate {
  enum class By { Zero, Mean, MeanOfOther };
  HeadSet heads = {};
  By by = By::Zero;
  std::string other = {};  ///< Text to take from.
  bool operator==(const Ablate&) const = default;
};

/// Attention knock-out (Geva et al. 2023): `queries` do not see `keys`, and the rest of the row is brought to sum 1; a
/// row without another key stays as it is. With every key named (an empty set) the queries read nothing: weights 0.
struct Mask {
  TokenSet queries, keys;
  HeadSet heads = {};
  bool operator==(const Mask&) const = default;
};

/// softmax(scores / temperature), above 0.
struct Temperature {
  double temperature = 1;
  HeadSet heads = {};
  bool operator==(const Temperature&) const = default;
};

/// Equal weights on every key that a query may see.
struct Uniform {
  HeadSet heads = {};
  bool operator==(const Uniform&) const = default;
};

/// Together the keys take at most the part `most` of a row (0 to 1); the rest goes to the other keys in proportion.
struct Cap {
  TokenSet keys;
  double most = 1;
  HeadSet heads = {};
  bool operator==(const Cap&) const = default;
};

/// The weights of the keys times a factor, then the row brought to sum 1: below 1 it lowers them, above 1 it stresses
/// them (PASTA, Zhang et al. 2023, with the reciprocal factor on all other keys).
struct Scale {
  TokenSet keys;
  double factor = 1;
  HeadSet heads = {};
  bool operator==(const Scale&) const = default;
};

/// Dropout on the attention matrix as in training (Vaswani et al. 2017): a weight is 0 with probability `rate` (below
/// 1), the others are divided by 1 - rate. Each of `draws` runs has its own draw, fixed by the seed.
struct Dropout {
  double rate = 0;
  std::uint64_t seed = 0;
  int draws = 1;
  HeadSet heads = {};
  bool operator==(const Dropout&) const = default;
};

/// The pattern (weights) or the output of heads from another text of as many tokens (Vig et al. 2020).
struct ActivationPatch {
  enum class What { Pattern, Output };
  What what = What::Output;
  HeadSet heads = {};
  std::string other = {};  ///< Text to take from.
  bool operator==(const ActivationPatch&) const = default;
};

/// Patches of an image covered before the model reads it (Zeiler and Fergus 2014): every pixel of them 0, which after
/// normalisation is the middle grey of the training images, the mean of each colour over the image, or a blurred image
/// in which shapes are gone and colours stay (Fong and Vedaldi 2017).
struct OccludePatches {
  enum class By { Zero, Mean, Blur };
  TokenSet patches;
  By by = By::Zero;
  bool operator==(const OccludePatches&) const = default;
};

/// Experts of a mixture that a router may not choose, or must choose. One that is off is as if its logit were
/// -infinity, so that another takes its place and weights are shared out as the family does it. One that is forced is
/// the first choice, with the weight that its own logit gives it; the router chooses the rest.
struct SwitchExperts {
  enum class To { Off, Force };
  HeadSet experts = {};  ///< Numbers of experts in place of heads; those of a decoder, or of an encoder.
  To to = To::Off;
  TokenSet tokens = {};  ///< For which tokens.
  bool operator==(const SwitchExperts&) const = default;
};

/// Values inside layers changed at some tokens: by nothing; by their mean over the tokens of the text, of another text,
/// or of all lines of a text file (mean ablation, Wang et al. 2022); by those of another text, at tokens that a seed
/// draws (resample ablation, Chan et al. 2022) or at the same ones (activation patching, Vig et al. 2020); or by
/// themselves times a factor.
struct ChangeValues {
  enum class By { Zero, Mean, MeanOfOther, MeanOfFile, Resample, Patch, Factor };
  /// Input stands for the stream that a layer reads, which of the layer after the last one is what the final norm
  /// reads.
  LayerSite site = LayerSite::Input;
  /// Heads of LayerSite::Query, Key, Value (of the last two key/value heads) and HeadOutput; of others layers, with all
  /// heads.
  HeadSet places = {};
  TokenSet tokens = {};
  By by = By::Zero;
  std::string other = {};  ///< Text, or file, to take from.
  std::uint64_t seed = 0;
  double factor = 1;
  bool operator==(const ChangeValues&) const = default;

  /// Whether `places` are heads.
  bool ofHeads() const {
    return site == LayerSite::Query || site == LayerSite::Key || site == LayerSite::Value ||
           site == LayerSite::HeadOutput;
  }
};

/// A direction from a file added to the stream that its layer reads (Turner et al. 2023; Rimsky et al. 2024), times a
/// strength.
struct Steer {
  std::string file = {};  ///< As writeSteering leaves it (core/io/steering_file.h).
  double strength = 1;
  TokenSet tokens = {};
  bool operator==(const Steer&) const = default;
};

using Intervention = std::variant<Ablate, Mask, Temperature, Uniform, Cap, Scale, Dropout, ActivationPatch,
                                  OccludePatches, SwitchExperts, ChangeValues, Steer>;

/// The heads that an intervention is about; every head for one that is not about heads.
const HeadSet& headsOf(const Intervention& intervention);

/// The other text that an intervention needs a run of; null for none.
const std::string* otherTextOf(const Intervention& intervention);

/// The file that an intervention takes values from; null for none.
const std::string* otherFileOf(const Intervention& intervention);

/// How many runs show the whole of what the interventions do: the most draws of a dropout, else 1.
int drawsOf(const std::vector<Intervention>& interventions);

}  // namespace headlight
