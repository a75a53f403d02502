#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/analysis/head_labels.h"
#include "core/analysis/induction_probe.h"
#include "core/analysis/metrics.h"
#include "core/model/model_folder.h"

namespace headlight {

/// All that is known of one head on one text.
struct HeadFacts {
  HeadId head;
  HeadMetrics metrics;
  HeadLabelling labelling;
  std::optional<double> symmetric;    ///< symmetricShare(); none for a causal layer, where it is always 0.
  std::optional<double> normEntropy;  ///< Entropy of norm-weighted attention, rows brought to sum 1.
  std::optional<ProbeScores> probe;
  std::optional<double> contacts;  ///< contactShare(), of a protein model.
};

/// One number of the table.
struct HeadColumn {
  std::string_view name;  ///< As in a file: "previous_token".
  std::string_view what;  ///< For a person.
  std::optional<double> (*value)(const HeadFacts&);
};
/// The numbers of the table in order.
std::span<const HeadColumn> headColumns();
/// The column of that name; throws Error with the names there are.
const HeadColumn& headColumn(std::string_view name);

/// What the induction probe needs of a model folder: tokens with a letter from its vocabulary (all ids without a
/// tokenizer), and the tokens that the tokenizer adds around a text.
ProbeSetup probeSetup(const ModelFolder& model);

/// What the induction probe says of each head of each layer of an attention. Empty for what it cannot be asked of:
/// models of images, which read no tokens, and a decoder that attends to a source, which the probe does not have.
/// Throws Error as probeInduction() does; Cancelled.
std::vector<std::vector<ProbeScores>> probeHeads(const ModelFolder& model,
                                                 AttentionType attention = AttentionType::Self,
                                                 const Progress& progress = {});

/// The facts of every head of an attention of `trace`, a run of `model`, layer by layer. `maps` are what is measured:
/// the trace's own attention, or another view of it with the same layers and heads. Throws Error for cross-attention,
/// whose queries and keys are of two texts; Cancelled.
std::vector<HeadFacts> computeHeadTable(const ModelFolder& model, const std::shared_ptr<const Trace>& trace,
                                        AttentionType attention, const AttentionMaps& maps,
                                        const std::vector<std::vector<ProbeScores>>& probe = {},
                                        const Progress& progress = {});

/// The same of attention whose model is not here: without what needs its weights. `visibility` has one for each layer.
std::vector<HeadFacts> computeHeadTable(const AttentionMaps& maps, const std::vector<Visibility>& visibility,
                                        const std::vector<std::vector<ProbeScores>>& probe = {},
                                        const Progress& progress = {});

}  // namespace headlight
