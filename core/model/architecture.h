#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/attention/expert_rule.h"
#include "core/base/index.h"
#include "core/model/head_kind.h"
#include "core/ops/activation.h"
#include "core/ops/norm_kind.h"

namespace headlight {

// What a family says about a model: plain data, read by the loader (names, shapes) and by the block (switches). An
// absent part is one without names, or an empty optional.

/// A linear map and the names of its tensors; absent without a weight.
struct LinearSpec {
  std::string weight;
  std::string bias;    ///< Empty for none.
  bool inOut = false;  ///< The weight is stored as [in, out].
  float scale = 1;     ///< Multiplies what the map gives, its bias included.
  Index part = 0, parts = 0;  ///< Matrix and bias are number `part` of `parts` in one tensor; 0 parts: all of it.

  explicit operator bool() const { return !weight.empty(); }
};

/// A normalisation and the names of its tensors.
struct NormSpec {
  NormKind kind = NormKind::None;
  double epsilon = 0;
  std::string weight;    ///< Empty for a gain of 1.
  std::string bias;      ///< Empty for none.
  float gainOffset = 0;  ///< Added to the stored gain (Gemma: 1).

  explicit operator bool() const { return kind != NormKind::None; }
};

/// How the frequencies of a rotary embedding are stretched for texts longer than those of the training.
struct RopeScaling {
  enum class Kind { None, Linear, Dynamic, Llama3, Yarn, LongRope };
  Kind kind = Kind::None;
  double factor = 1;
  double originalPositions = 0;
  double attentionFactor = 1;                     ///< Yarn, LongRope: multiplies cosine and sine.
  double lowFrequency = 1, highFrequency = 4;     ///< Llama3.
  double betaFast = 32, betaSlow = 1;             ///< Yarn.
  bool truncate = true;                           ///< Yarn: whole numbers for the ends of the ramp.
  double longAttentionFactor = 0;                 ///< LongRope: the same for long texts, where it is another.
  std::vector<double> shortFactors, longFactors;  ///< LongRope: dims / 2 numbers each.
};

/// One rotary position embedding (Su et al. 2021, "RoFormer").
struct RotarySpec {
  Index dims = 0;  ///< The first numbers of each head that turn.
  double theta = 10000;
  bool interleaved = false;
  RopeScaling scaling;
  Index maxPositions = 0;
};

/// How the tensors for queries, keys and values lie in the file.
enum class QkvLayout {
  Separate,  ///< Three tensors.
  Parts,     ///< One: all queries, all keys, all values.
  Groups     ///< One: for each group of heads (AttentionSpec::qkvGroups) its queries, its keys, its values.
};

/// Attention with linear biases (Press et al. 2022), in the two ways in which it is computed.
enum class Alibi { None, AfterScale, BeforeScale };

/// Learned vectors of distances, which a query's vector meets, and with `keys` also a key's (BERT's relative_key and
/// relative_key_query; Shaw et al. 2018, Huang et al. 2020).
struct DistancesSpec {
  std::string table;  ///< [2 · span - 1, dHead]: row query - key + span - 1, for all heads.
  Index span = 0;     ///< The most tokens of a text.
  bool keys = false;
};

/// What the norms of queries and keys go over: the numbers of each head, with one gain for all heads or with gains of
/// each head's own, or all heads together.
enum class NormSpan { Head, HeadWithOwnGains, AllHeads };

/// Queries grow with their position p: times 1 + factor · ln(1 + ⌊(p + offset) / period⌋) (Llama 4, Ministral 3).
struct QueryGrowthSpec {
  double factor = 0, period = 1;
  Index offset = 0;
};

/// Queries, and keys and values, made of vectors of a lower rank (Liu et al. 2024, "DeepSeek-V2": multi-head latent
/// attention). A key's numbers that turn are the same for all heads.
struct LatentSpec {
  Index queryRank = 0;  ///< 0: queries are made of the input by AttentionSpec::query.
  LinearSpec queryDown, queryUp;
  NormSpec queryNorm;
  Index rank = 0;     ///< Of keys and values.
  LinearSpec down;    ///< To `rank` numbers and those of the keys that turn.
  NormSpec norm;      ///< Of the `rank` numbers.
  LinearSpec up;      ///< For each head the numbers of a key that do not turn, and a value.
  Index turning = 0;  ///< The last numbers of a key.
};

struct AttentionSpec {
  int heads = 1, kvHeads = 1;
  Index dHead = 0;
  Index dValue = 0;  ///< Numbers of a value; 0: as dHead.
  float scale = 1;
  float softCap = 0;
  float clip = 0;  ///< Queries, keys and values are cut to [-clip, clip] before the rotation; 0: not at all.
  bool causal = false;
  Index chunk = 0;   ///< Keys of the query's own stretch of that many tokens; 0: of all.
  Index window = 0;  ///< Keys seen: causal: the last `window`, itself included; else `window` to each side. 0: all.
  int rotary = -1;   ///< Index into Architecture::rotaries; -1 for none.
  Index rotaryFrom = 0;  ///< Numbers of a head before those that turn.
  std::string sinks;     ///< [heads]: the score of no key at all, as ScoreRule::sinks; empty for none.
  Alibi alibi = Alibi::None;
  float alibiMost = 8;  ///< The smallest slope is 2 to the minus this.
  bool relativeBias = false;  ///< Adds Architecture::relativeBias.
  std::string ownBias;        ///< The table of this layer alone, in place of that of RelativeBiasSpec.
  QkvLayout layout = QkvLayout::Separate;
  int qkvGroups = 0;              ///< Groups: how many; 0 for one of each key/value head.
  bool valuesBeforeKeys = false;  ///< Groups.
  LinearSpec query, key, value;  ///< Separate.
  LinearSpec qkv;                ///< Parts, Groups.
  std::string queryBias, valueBias;  ///< Biases of `qkv` that have tensors of their own; keys then have none.
  LinearSpec output;
  NormSpec queryNorm, keyNorm;
  NormSpan normSpan = NormSpan::Head;
  bool normAfterRotation = false;
  std::optional<QueryGrowthSpec> queryGrowth;
  LinearSpec positionKey,
      positionQuery;  ///< Disentangled attention: maps of the relative embeddings; may be key and query.
  std::optional<DistancesSpec> distances;
  std::optional<LatentSpec> latent;  ///< In place of maps of queries, keys and values.

  Index valueNumbers() const { return dValue > 0 ? dValue : dHead; }
};

/// Names of the four learned numbers of xIELU (Huang and Schlag 2024), which take the place of an activation.
struct XieluSpec {
  std::string alphaPositive, alphaNegative, beta, epsilon;
};

struct FeedForwardSpec {
  Index inner = 0;
  Activation activation = Activation::Gelu;
  LinearSpec in;      ///< Plain: [inner].
  LinearSpec gate;    ///< Gated: activation(gate) · in.
  LinearSpec gateIn;  ///< Gated, fused: gate and in as one tensor, the gate first. Then `gate` and `in` are absent.
  /// Where the gate is in `gateIn`: before the other half, behind it, or each of its numbers before one of the other's.
  enum class GateOrder { First, Last, Alternating };
  GateOrder gateOrder = GateOrder::First;
  float limit = 0;     ///< Gated: the gate is cut at this, the other half at both ends; 0: not at all (gpt-oss).
  float inOffset = 0;  ///< Gated: activation(gate) · (in + this).
  std::optional<XieluSpec> xielu;  ///< Plain: in place of `activation`.
  LinearSpec output;
};

/// Experts, of which a router chooses some for each token (Shazeer et al. 2017).
struct ExpertsSpec {
  LinearSpec router;       ///< To the experts' logits.
  std::string correction;  ///< The tensor of ExpertRule::correction; empty for none.
  ExpertRule rule;
  bool scalesInput = false;  ///< The weight multiplies what an expert reads in place of what it gives.
  std::vector<FeedForwardSpec> experts;
  LinearSpec sharedGate;  ///< To one number, the sigmoid of which multiplies what LayerSpec::feedForward gives.
};

/// A narrower stream inside a layer (Sun et al. 2020, "MobileBERT"): `in` makes it of the layer's input, the sublayers
/// run in it, and `out` adds it to the input.
struct BottleneckSpec {
  Index width = 0;
  LinearSpec in, out;
  NormSpec inNorm, outNorm;
  /// What queries and keys are made of, `width` numbers as well; values then read the layer's input. Absent: all three
  /// read the narrow stream.
  LinearSpec attention;
  NormSpec attentionNorm;
};

/// Where norms stand around a sublayer f: x + inside(f(before(x))), then after(…).
struct NormsSpec {
  NormSpec before, inside, after;
};

/// A feed-forward network around the stream, with its norms.
struct FeedForwardStep {
  FeedForwardSpec network;
  NormsSpec norms;
};

/// One layer: attention, in a decoder that has an encoder cross-attention, and feed-forward around a residual stream.
struct LayerSpec {
  AttentionSpec attention;
  std::optional<AttentionSpec> cross;  ///< Its keys and values are made of the encoder's last hidden state.
  NormsSpec crossNorms;
  std::vector<FeedForwardStep> earlierNetworks;  ///< Between attention and `feedForward`.
  FeedForwardSpec feedForward;         ///< For all tokens; its `inner` is 0 in a layer of experts alone.
  std::optional<ExpertsSpec> experts;  ///< What the chosen ones give is added.
  NormsSpec attentionNorms, feedForwardNorms;
  /// Both sublayers read the layer's input; the feed-forward reads the attention's normed input when it has no own
  /// norm.
  bool parallel = false;
  /// The residual is the normed input instead of the input (BLOOM's apply_residual_connection_post_layernorm).
  bool residualFromNorm = false;
  std::optional<BottleneckSpec> bottleneck;
};

/// A bias for each head by the bucket of the distance from query to key (Raffel et al. 2020, "T5").
struct RelativeBiasSpec {
  std::string table;  ///< [buckets, heads]; empty where each layer has its own.
  Index buckets = 32, maxDistance = 128;
  bool bothWays = true;  ///< Half of the buckets for keys ahead of the query; else all for keys behind it.
};

/// Disentangled attention (He et al. 2021, "DeBERTa").
struct DisentangledSpec {
  std::string table;  ///< [2 · span, width]: the relative embeddings.
  NormSpec norm;
  Index span = 0;     ///< Distances (or buckets) to each side.
  Index buckets = 0;  ///< 0: the distance itself.
  Index maxDistance = 0;
  bool contentToPosition = false, positionToContent = false;
};

/// Learned positions, or without a table sines and cosines (Vaswani et al. 2017): all sines, then all cosines.
struct PositionsSpec {
  /// The frequencies of sines: 10000^(-2i / width), or 10000^(-i / (width / 2 - 1)) as fairseq has them.
  enum class Waves { Paper, Fairseq };
  /// Which row a token at place i reads: i + offset; or, for SkipPadding, offset plus its place among the tokens that
  /// are not padding (padding reads row offset - 1).
  enum class Counting { Place, SkipPaddingId, SkipUnattended };
  std::string table;
  Index rows = 0;  ///< Of the table.
  Index offset = 0;
  Counting counting = Counting::Place;
  Waves waves = Waves::Paper;
};

/// An image cut into patches, each mapped to the width of the layers (Dosovitskiy et al. 2021, "ViT").
struct PatchesSpec {
  Index height = 0, width = 0;            ///< Of the image, in pixels.
  Index patchHeight = 1, patchWidth = 1;  ///< Pixels.
  LinearSpec map;                         ///< [width, 3, patchHeight, patchWidth], as a convolution has it.
  std::vector<std::string> leading;       ///< Learned tokens before the patches: [CLS], and in DeiT [DIST].

  Index patches() const { return (height / patchHeight) * (width / patchWidth); }
};

struct EmbeddingSpec {
  enum class ProjectionPlace { BeforePositions, BeforeNorm, AfterNorm };
  std::string tokens;                  ///< [vocabulary, width].
  std::optional<PatchesSpec> patches;  ///< In place of tokens.
  Index width = 0;
  float scale = 1;
  std::string types;  ///< [typeCount, width]; empty for none.
  Index typeCount = 0;
  std::optional<PositionsSpec> positions;
  std::string constant;  ///< [any, width]: its first row is added to every token (ERNIE's task 0); empty for none.
  /// A token's vector has those of the next and of the previous token beside it, zeros at the ends, [next | own |
  /// previous]; `projection` maps the three (MobileBERT). Only where no token is added to an earlier run.
  bool trigrams = false;
  /// ESM: tokens of this id are zeros, and the others grow by (1 - 0.12) / (1 - share of these); -1: none are.
  std::int64_t droppedId = -1;
  NormSpec norm;
  bool normBeforePositions = false;
  LinearSpec projection;  ///< To the width of the layers.
  ProjectionPlace projectionPlace = ProjectionPlace::AfterNorm;
};

/// One step of a head: norm(activation(linear(x))).
struct HeadStep {
  LinearSpec linear;
  Index width = 0;
  Activation activation = Activation::Identity;
  NormSpec norm;
};

struct OutputHeadSpec {
  /// LastToken: the last one that is not padding (Architecture::padId).
  enum class Pooling { EachToken, First, LastToken, Mean };
  OutputHeadKind kind = OutputHeadKind::None;
  Pooling pooling = Pooling::EachToken;
  std::vector<HeadStep> steps;
  bool tied = false;  ///< The token embeddings are the output's weight.
  LinearSpec output;  ///< The last map; only its bias is read where `tied`.
  LinearSpec beyond;  ///< Tied: the map of the inputs beyond the width of the embeddings (MobileBERT).
  bool independent = false;  ///< Each class has a probability of its own (multi_label_classification).
  LinearSpec second;  ///< Of the token behind the first one; the answer is the mean of the two (DeiT's teacher).
  Index outputs = 0;  ///< Vocabulary or labels.
  float scale = 1;    ///< Multiplies what the output reads (T5), and so the logits without their bias.
  float softCap = 0;
};

/// A whole model.
struct Architecture {
  Index width = 0;
  Index vocabulary = 0;
  Index maxPositions = 0;  ///< 0: no limit.
  std::int64_t padId = -1;
  EmbeddingSpec embedding;
  std::vector<RotarySpec> rotaries;
  std::optional<RelativeBiasSpec> relativeBias;
  std::optional<DisentangledSpec> disentangled;
  std::vector<LayerSpec> layers;
  NormSpec finalNorm;
  LinearSpec finalProjection;       ///< Behind the final norm.
  Index finalWidth = 0;             ///< Of the projection; 0 for the width.
  bool finalInHiddenStates = true;  ///< Whether the last hidden state of a Trace has the final norm applied.
  OutputHeadSpec head;
  /// From the weights of all heads, first layer first, to the logit of a contact of two residues (Rao et al. 2021); of
  /// proteins alone.
  LinearSpec contacts;
  std::int64_t endId = -1;  ///< Of the token behind a protein, for contacts.
  std::shared_ptr<const Architecture> encoder;  ///< What the decoder's cross-attention reads; null without one.
  std::vector<std::string> remarks;            ///< What is unusual, a sentence each.
};

}  // namespace headlight
