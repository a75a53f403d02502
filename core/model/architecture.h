#pragma once

#include <array>
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

/// What turns each pair of numbers of a rotary embedding.
enum class RotaryAxes {
  Token,     ///< The token's number.
  Cells,     ///< Half of the pairs the row of a patch, half its column, with the same frequencies (Qwen's towers).
  Centres,   ///< The same with the place of the patch's middle between -1 and 1, in turns (DINOv3).
  Sections,  ///< Time, row, column: so many pairs each, one after the other (Qwen2-VL's text).
  Woven      ///< The same, pair by pair in turn as long as there are some (Qwen3-VL's text).
};

/// One rotary position embedding (Su et al. 2021, "RoFormer").
struct RotarySpec {
  Index dims = 0;  ///< The first numbers of each head that turn.
  double theta = 10000;
  bool interleaved = false;
  RopeScaling scaling;
  Index maxPositions = 0;
  RotaryAxes axes = RotaryAxes::Token;
  std::vector<Index> sections = {};  ///< Pairs for time, row and column; for Sections and Woven.
};

/// Keys that a query sees beside what causal, window and chunk say: those of its own block.
enum class Sight {
  ByRule,        ///< No blocks.
  OwnTile,       ///< Of its tile alone (towers that read several).
  OwnPicture,    ///< Of its picture alone.
  OwnWindow,     ///< Of its PixelInput::windows alone.
  GridWindow,    ///< Of its square window of the grid of patches alone (Swin).
  WholePicture,  ///< Also those of its picture that are ahead (Gemma 3).
  WholePrefix    ///< Also those ahead up to the first token of another type than 0, for tokens of type 0 (PaliGemma).
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
                     ///< GridWindow: rows and columns of a window.
  Index windowShift = 0;  ///< GridWindow: rows and columns by which the windows lie further down and to the right.
  Sight sight = Sight::ByRule;
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
  LinearSpec qkv;                ///< Parts, Groups. In cross-attention of Parts, keys and values alone.
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
  bool halves = false;  ///< Kept in bfloat16, as the reference library does in all families but Apertus.
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
  std::optional<XieluSpec> xielu;  ///< In place of `activation`.
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

/// A bias for each head by the bucket of the distance from query to key (Raffel et al. 2020, "T5"), or by the step from
/// patch to patch of a grid (Bao et al. 2022, "BEiT").
struct RelativeBiasSpec {
  std::string table;  ///< [buckets, heads]; empty where each layer has its own.
  Index buckets = 32, maxDistance = 128;
  bool bothWays = true;  ///< Half of the buckets for keys ahead of the query; else all for keys behind it.
  /// Rows and columns of the grid, (2 rows - 1) · (2 cols - 1) + 3 buckets: each step has its own, row by row, then
  /// from [CLS], to [CLS], [CLS] itself. 0: by distance.
  std::array<Index, 2> grid{0, 0};
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

/// How a grid of learned positions serves a picture with other patches.
enum class GridResize {
  None,               ///< Not at all.
  Bicubic,            ///< With a = -3/4 and no antialiasing (DINOv2).
  BicubicAntialias,   ///< With a = -1/2 (DINOv2 with registers).
  BilinearAntialias,  ///< SigLIP 2.
  Corners,            ///< Bilinear between the corners (Qwen3-VL).
  Buckets             ///< The place of a patch in its tile, in as many steps as the grid has (Idefics3).
};

/// An image cut into patches, each mapped to the width of the layers (Dosovitskiy et al. 2021, "ViT").
struct PatchesSpec {
  Index height = 0, width = 0;            ///< Of the image that there are positions for, in pixels.
  Index patchHeight = 1, patchWidth = 1;  ///< Pixels.
  Index strideHeight = 0, strideWidth = 0;  ///< From patch to patch; 0: as large as a patch.
  Index channels = 3, frames = 1;
  /// [width, channels, patchHeight, patchWidth], as a convolution has it, with `frames` behind the channels where there
  /// are more than one; [width, numbers] where it is `flat`.
  LinearSpec map;
  bool flat = false;
  std::vector<std::string> leading;       ///< Learned tokens before the patches: [CLS], and in DeiT [DIST].
  std::string registers;                  ///< [registerCount, width]: more of them, behind `leading`; empty for none.
  Index registerCount = 0;
  GridResize resize = GridResize::None;
  bool cut = false;  ///< Reads patches that are cut already, of any number of pictures.
  bool filled = false;  ///< Pixels are filled up with zeros to whole patches, of which any number is read (Swin).
  Index merge = 1;   ///< Patches come in blocks of that side.
  Index window = 0;  ///< Side of a window of such blocks, in which they stand one after the other; 0: no windows.

  Index leadingTokens() const { return static_cast<Index>(leading.size()) + registerCount; }
  Index rows() const { return count(height, patchHeight, strideHeight); }
  Index cols() const { return count(width, patchWidth, strideWidth); }
  Index patches() const { return rows() * cols(); }

 private:
  static Index count(Index length, Index patch, Index stride) {
    return length < patch ? 0 : (length - patch) / (stride > 0 ? stride : patch) + 1;
  }
};

/// A convolution over time.
struct ConvolutionSpec {
  LinearSpec map;  ///< [out, in, kernel]
  Index in = 1, out = 1, kernel = 1, stride = 1, padding = 0;
  NormSpec norm = {};  ///< Before the activation; of each frame, or with `normOverTime` of each channel.
  bool normOverTime = false;
  Activation activation = Activation::Gelu;
};

/// A convolution in groups of channels that tells frames their place (Baevski et al. 2020, "wav2vec 2.0"); its weight
/// is size · direction / |direction|, the norm taken over all but the last axis.
struct PlaceConvolutionSpec {
  std::string size, direction, bias;  ///< [1, 1, kernel], [width, width / groups, kernel], [width].
  Index kernel = 1, groups = 1;
  Activation activation = Activation::Gelu;
};

/// A sound, whose frames are what convolutions make of it.
struct SoundSpec {
  Index channels = 1;  ///< Of the values: a waveform, or the bands of a spectrogram.
  Index length = 0;    ///< Numbers of each channel; 0: any.
  std::vector<ConvolutionSpec> convolutions;
  NormSpec norm;          ///< Of the last convolution's channels.
  LinearSpec projection;  ///< Of these to the width; absent where they are that already.
  std::optional<PlaceConvolutionSpec> place;
  /// Samples from one frame to the next, and before and behind the first of a frame's own those that it is made of.
  Index hop = 1, before = 0, reach = 1;

  Index bands() const { return convolutions.back().out; }
};

struct EmbeddingSpec {
  enum class ProjectionPlace { BeforePositions, BeforeNorm, AfterNorm };
  std::string tokens;                  ///< [vocabulary, width].
  std::optional<PatchesSpec> patches;  ///< In place of tokens.
  std::optional<SoundSpec> sound;      ///< In place of tokens.
  bool merges = false;  ///< In place of tokens: blocks of 2 · 2 patches of the stage before, one after the other.
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
  /// LastToken: the last one that is not padding (Architecture::padId). FirstAndMean: the first one, and behind it in
  /// the same row the mean of those behind the learned ones (DINOv2). FirstTwo: the mean of the first two (AST).
  /// PatchMean: the mean of those behind the learned ones (BEiT).
  enum class Pooling { EachToken, First, LastToken, Mean, FirstAndMean, FirstTwo, PatchMean };
  OutputHeadKind kind = OutputHeadKind::None;
  Pooling pooling = Pooling::EachToken;
  NormSpec norm;  ///< Of what was pooled (AST, BEiT).
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

/// What a row of a tower's states goes through on its way into a text.
struct ConnectorSpec {
  enum class Merge {
    None,
    Average,    ///< The mean of a block of `side` · `side` patches.
    Shuffle,    ///< Those of a block one after the other, row by row.
    Neighbours  ///< `side` · `side` rows one after the other, as they come.
  };
  int state = -1;               ///< Which of Trace::hiddenStates; -1: the last, behind the final norm.
  bool withoutLeading = false;  ///< The learned tokens before the patches are left out.
  Merge merge = Merge::None;
  Index side = 1;
  NormSpec norm;
  bool normBeforeMerge = false;
  std::vector<HeadStep> steps;
  std::string newline;  ///< [width]: the token at the end of a row of tiles; empty for none.
};

/// One learned query that gathers a whole image by attention (Zhai et al. 2023, "SigLIP").
struct PoolingSpec {
  std::string probe;        ///< [width]
  AttentionSpec attention;  ///< Parts.
  NormSpec norm;            ///< Before the network.
  FeedForwardSpec network;
};

/// Text and image in one space (Radford et al. 2021, "CLIP").
struct PairingSpec {
  enum class TextPooling { LargestId, FirstEnd, Last };
  Index width = 0;
  LinearSpec text, vision;  ///< Absent: as they are.
  TextPooling pooling = TextPooling::Last;
  std::int64_t endId = -1;
  std::string scale, bias;  ///< One number each; the logits are products · exp(scale) + bias.
};

/// What stands around the token of a picture in a text.
enum class PictureFrame {
  None,    ///< Nothing.
  Ids,     ///< frameText and frameIds, before and behind.
  Prompt,  ///< All pictures come first, then the token frameIds[0], the text and a new line (PaliGemma).
  Tiles    ///< Tokens that name each tile (Idefics3).
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
  /// What reads the pictures of a text; null without one. Its features stand in the text (`connector`), or are compared
  /// with it (`pairing`).
  std::shared_ptr<const Architecture> tower;
  /// The stage before the last one, and so on (Liu et al. 2021, "Swin"): its patches are merged to this one's, which
  /// are fewer. Null without one.
  std::shared_ptr<const Architecture> earlier;
  int stages = 0;  ///< Of the whole model; 0 for one without stages.
  std::optional<ConnectorSpec> connector;
  Index mostTiles = 0;  ///< Of a canvas of tiles, beyond which its features are made fewer (OneVision); 0: any.
  std::vector<ConnectorSpec> deepStack;  ///< Further features, added behind the first layers (Qwen3-VL).
  std::optional<PairingSpec> pairing;
  std::optional<PoolingSpec> pooling;
  /// What a head beside the logits makes of the final states ("pooler_output").
  enum class Pooler { None, First, FirstDense, PatchMean } pooler = Pooler::None;
  LinearSpec poolerMap;            ///< FirstDense: with tanh behind it.
  NormSpec poolerNorm;             ///< PatchMean: of the mean of the patches.
  std::int64_t decoderStart = -1;  ///< With which a decoder begins where no setting says it; -1: none.
  PictureFrame frame = PictureFrame::None;
  std::array<std::int64_t, 2> frameIds{-1, -1};
  std::array<std::string, 2> frameText;
  std::int64_t imageId = -1;                   ///< Of the tokens of a text that stand for a picture.
  std::vector<std::string> remarks;            ///< What is unusual, a sentence each.
};

/// Stages before the one that `d` describes.
inline int stagesBefore(const Architecture& d) { return d.earlier ? 1 + stagesBefore(*d.earlier) : 0; }

/// The stack that reads the pictures, or the sound, of a model.
inline const Architecture& readingStack(const Architecture& d) {
  return d.tower ? *d.tower : d.encoder ? *d.encoder : d.earlier ? readingStack(*d.earlier) : d;
}

}  // namespace headlight
