#include "core/gradients/known_switches.h"

#include <string>

#include "core/base/error.h"
#include "core/base/ids.h"

namespace headlight {
namespace {

// Each function names all members of its part, in their order. What stands in the tape as it stands in the block needs
// no more; what has a limit is checked.

void known(const LinearSpec& part) { [[maybe_unused]] const auto& [weight, bias, inOut, scale, number, parts] = part; }

void known(const NormSpec& part) { [[maybe_unused]] const auto& [kind, epsilon, weight, bias, gainOffset] = part; }

void known(const NormsSpec& part) {
  const auto& [before, inside, after] = part;
  known(before), known(inside), known(after);
}

void known(const RotarySpec& part) {
  [[maybe_unused]] const auto& [dims, theta, interleaved, scaling, maxPositions, axes, sections] = part;
  if (axes == RotaryAxes::Cells || axes == RotaryAxes::Centres)
    throw Error("gradients: expected positions that turn by token, found those of patches by row and column");
}

/// What the scores of a layer are made of; `where` names the layer.
void known(const ScoreRule& rule, const std::string& where) {
  const auto& [heads, kvHeads, dHead, scale, softCap, visibility, position, sinks] = rule;
  [[maybe_unused]] const auto& [causal, before, after, offset, chunk, ranges, windows] = visibility;
  [[maybe_unused]] const auto& [byDistance, distanceZero, byKey, byStep, cells, stepZero, positionKey, positionQuery,
                                contentToPosition, positionToContent] = position;
  if (positionQuery.size() > 0 && kvHeads != heads)
    throw Error(where + ": gradients: expected keys of each head's own where positions look at keys, found " +
                std::to_string(kvHeads) + " of " + std::to_string(heads) + " heads");
  static_cast<void>(dHead), static_cast<void>(scale), static_cast<void>(softCap), static_cast<void>(sinks);
}

void known(const AttentionSpec& part) {
  [[maybe_unused]] const auto& [heads, kvHeads, dHead, dValue, scale, softCap, clip, causal, chunk, window, windowShift,
                                sight, rotary, rotaryFrom, sinks, alibi, alibiMost, relativeBias, ownBias, layout,
                                qkvGroups, valuesBeforeKeys, query, key, value, qkv, queryBias, valueBias, output,
                                queryNorm, keyNorm, normSpan, normAfterRotation, queryGrowth, positionKey,
                                positionQuery, distances, latent] = part;
  if (sight != Sight::ByRule && sight != Sight::WholePicture && sight != Sight::WholePrefix)
    throw Error(
        "gradients: expected layers that see by causality, window and pictures in a text, found one that sees "
        "parts of pictures alone");
  known(query), known(key), known(value), known(qkv), known(output), known(queryNorm), known(keyNorm);
  if (latent) {
    [[maybe_unused]] const auto& [queryRank, queryDown, queryUp, latentQueryNorm, rank, down, norm, up, turning] =
        *latent;
    known(queryDown), known(queryUp), known(latentQueryNorm), known(down), known(norm), known(up);
  }
}

void known(const FeedForwardSpec& part) {
  [[maybe_unused]] const auto& [inner, activation, in, gate, gateIn, gateOrder, limit, inOffset, xielu, output] = part;
  known(in), known(gate), known(gateIn), known(output);
}

void known(const ExpertsSpec& part) {
  const auto& [router, correction, rule, scalesInput, experts, sharedGate] = part;
  [[maybe_unused]] const auto& [scores, chosen, renormalised, least, scale, bias, groups, chosenGroups, byTwoBest,
                                jitter, capacity] = rule;
  static_cast<void>(correction), static_cast<void>(scalesInput);
  known(router), known(sharedGate);
  for (const FeedForwardSpec& expert : experts) known(expert);
}

void known(const LayerSpec& part) {
  [[maybe_unused]] const auto& [attention, cross, crossNorms, earlierNetworks, feedForward, experts, attentionNorms,
                                feedForwardNorms, parallel, residualFromNorm, bottleneck] = part;
  known(attention), known(crossNorms), known(feedForward), known(attentionNorms), known(feedForwardNorms);
  if (cross && cross->layout != QkvLayout::Separate)
    throw Error("gradients: expected keys and values of cross-attention in tensors of their own, found one for both");
  if (cross) known(*cross);
  if (experts) known(*experts);
  for (const FeedForwardStep& step : earlierNetworks) {
    const auto& [network, norms] = step;
    known(network), known(norms);
  }
  if (bottleneck) {
    [[maybe_unused]] const auto& [width, in, out, inNorm, outNorm, narrowAttention, narrowNorm] = *bottleneck;
    known(in), known(out), known(narrowAttention), known(inNorm), known(outNorm), known(narrowNorm);
  }
}

void known(const EmbeddingSpec& part) {
  [[maybe_unused]] const auto& [tokens, patches, sound, merges, width, scale, types, typeCount, positions, constant,
                                withNeighbours, droppedId, norm, normBeforePositions, projection, projectionPlace] =
      part;
  if (sound || (patches && (patches->cut || patches->channels != 3 || patches->registerCount > 0 ||
                            patches->resize != GridResize::None || !positions)))
    throw Error("gradients: expected a text or an image of the model's own size, found a model of other input");
  known(norm), known(projection);
}

void known(const OutputHeadSpec& part) {
  [[maybe_unused]] const auto& [kind, pooling, headNorm, steps, tied, output, beyond, independent, second, outputs,
                                scale, softCap] = part;
  if (headNorm || pooling == OutputHeadSpec::Pooling::FirstAndMean || pooling == OutputHeadSpec::Pooling::FirstTwo ||
      pooling == OutputHeadSpec::Pooling::PatchMean)
    throw Error("gradients: expected a head that reads one token or their mean, found another");
  known(output), known(beyond), known(second);
  for (const HeadStep& step : steps) {
    [[maybe_unused]] const auto& [linear, width, activation, norm] = step;
    known(linear), known(norm);
  }
}

void checkLayers(const Trace& trace, const std::vector<AttentionRecord>& layers, AttentionType type) {
  for (std::size_t i = 0; i < layers.size(); ++i) {
    const std::string where = "'" + trace.model + "', " + headPrefix(type) + "layer " + std::to_string(i);
    if (layers[i].edits || !layers[i].replaced.empty())
      throw Error(where +
                  ": gradients: expected a run without interventions, found one with some; gradients are "
                  "those of the model as it is");
    known(*layers[i].rule, where);
  }
}

}  // namespace

void checkWayBack(const Architecture& d) {
  [[maybe_unused]] const auto& [width, vocabulary, maxPositions, padId, embedding, rotaries, relativeBias, disentangled,
                                layers, finalNorm, finalProjection, finalWidth, finalInHiddenStates, head, contacts,
                                endId, encoder, tower, earlier, stages, connector, mostTiles, deepStack, pairing,
                                pooling, pooler, poolerMap, poolerNorm, decoderStart, frame, frameIds, frameText,
                                imageId, remarks] = d;
  // Of pictures in a text it goes back to the rows that the connector made of them, as to the vectors of tokens.
  if (tower && !connector)
    throw Error("gradients: expected a model of texts or of images, found one that compares both");
  if (stages > 0) throw Error("gradients: expected one stack of layers, found a model of stages");
  if (!deepStack.empty())
    throw Error("gradients: expected pictures that are read before the first layer, found further features behind it");
  if (encoder && !encoder->finalInHiddenStates && (encoder->finalNorm || encoder->finalProjection))
    throw Error("gradients: expected an encoder whose last hidden state is what is read of it, found a norm behind it");
  known(embedding), known(finalNorm), known(finalProjection), known(head);
  for (const RotarySpec& rotary : rotaries) known(rotary);
  for (const LayerSpec& layer : layers) known(layer);
  if (encoder) checkWayBack(*encoder);
}

void checkUnchanged(const Trace& trace) {
  if (!trace.additions.empty())
    throw Error("gradients: expected pictures that are read before the first layer, found further features behind it");
  checkLayers(trace, trace.layers, AttentionType::Self);
  checkLayers(trace, trace.cross, AttentionType::Cross);
  if (trace.source) checkLayers(*trace.source, trace.source->layers, AttentionType::Encoder);
}

}  // namespace headlight
