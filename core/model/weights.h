#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/checkpoint/checkpoint.h"
#include "core/model/architecture.h"
#include "core/model/made_once.h"
#include "core/ops/activations.h"
#include "core/ops/linear.h"
#include "core/ops/norms.h"

namespace headlight {

/// The weights that belong to the parts of an Architecture, under the same names.
struct AttentionWeights {
  Linear query, key, value, qkv, output;
  Norm queryNorm, keyNorm;
  Linear positionKey, positionQuery;
  MadeOnce positionKeys, positionQueries;  ///< The relative embeddings mapped by these, [2 · span, heads · dHead].
  Matrix distances;  ///< [2 · span - 1, dHead], as DistancesSpec::table.
  Matrix ownBias;    ///< [buckets, heads], as AttentionSpec::ownBias.
  std::vector<float> sinks;                                ///< [heads], or empty.
  Linear queryDown, queryUp, keyValueDown, keyValueUp;     ///< Of LatentSpec.
  Norm latentQueryNorm, latentNorm;
};

struct FeedForwardWeights {
  Linear in, gate, gateIn, output;
  Xielu xielu;
};

struct ExpertsWeights {
  Linear router, sharedGate;
  std::shared_ptr<const ExpertRule> rule;  ///< With its correction; null in a layer without experts.
  std::vector<FeedForwardWeights> experts;
};

struct NormsWeights {
  Norm before, inside, after;
};

struct BottleneckWeights {
  Linear in, out, attention;
  Norm inNorm, outNorm, attentionNorm;
};

struct FeedForwardStepWeights {
  FeedForwardWeights network;
  NormsWeights norms;
};

struct LayerWeights {
  AttentionWeights attention, cross;
  std::vector<FeedForwardStepWeights> earlierNetworks;
  FeedForwardWeights feedForward;
  BottleneckWeights bottleneck;
  ExpertsWeights experts;
  NormsWeights attentionNorms, crossNorms, feedForwardNorms;
};

struct HeadStepWeights {
  Linear linear;
  Norm norm;
};

struct ConnectorWeights {
  Norm norm;
  std::vector<HeadStepWeights> steps;
  Vector newline;  ///< [width], or empty.
};

struct PoolingWeights {
  Vector probe;
  AttentionWeights attention;
  Norm norm;
  FeedForwardWeights network;
};

struct SoundWeights {
  std::vector<Linear> convolutions;  ///< [out, in · kernel]
  std::vector<Norm> norms;           ///< Of each.
  Norm norm;
  Linear projection;
  std::vector<Linear> place;  ///< Of each group of channels, [out / groups, in / groups · kernel].
};

struct Weights {
  WeightMatrix tokens, types, positions, constant;
  Matrix leading;  ///< [learned tokens before the patches, width].
  Linear patches;
  SoundWeights sound;
  Norm embeddingNorm;
  Linear embeddingProjection;
  Matrix relativeBias;        ///< [buckets, heads].
  Matrix relativeEmbeddings;  ///< [2 · span, width], normalised.
  std::vector<LayerWeights> layers;
  Norm finalNorm;
  Linear finalProjection;
  std::vector<HeadStepWeights> headSteps;
  Norm headNorm;
  Linear headOutput, headBeyond, headSecond;
  Linear contacts;  ///< Empty in a model that predicts none.
  std::shared_ptr<const Weights> encoder, tower,
      earlier;  ///< Null for a description without one; its counts are in these.
  ConnectorWeights connector;
  std::vector<ConnectorWeights> deepStack;
  PoolingWeights pooling;
  Linear pooler, textPairing, visionPairing;
  Norm poolerNorm;
  float pairingScale = 0, pairingBias = 0;

  std::int64_t parameters = 0;                       ///< Numbers in the tensors that are used.
  std::string dtype;                          ///< In which most of them are stored.
  std::size_t bytesInMemory = 0;                     ///< Beyond the file.
  std::vector<std::string> unused;                   ///< Tensors of the files that nothing reads, by name.
  std::set<std::shared_ptr<const MemoryMap>> files;  ///< Those in which weights are used in place.
};

/// Finds every tensor of the description and checks its shape; throws Error such as "tensor 'x': expected [a, b], the
/// file has [c, d]". Sixteen-bit weights of a small model are converted here, those of a large one when they are used.
Weights loadWeights(const Architecture& description, const Checkpoint& checkpoint, const Progress& progress);

/// Whether 16-bit weights of a model of so many numbers are converted when it is opened: those of a small one, unless
/// the processor's matrix unit takes them as they are.
bool convertsAtLoad(std::int64_t numbers);

}  // namespace headlight
