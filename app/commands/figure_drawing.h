#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/arguments.h"
#include "core/attention/trace.h"
#include "ui/figures/attention_figure.h"

namespace headlight {

/// What a model read: the source of a figure.
struct FigureInput {
  ModelFolder model;
  std::shared_ptr<const Trace> trace;
  QString text;  ///< For the caption.
};

/// Opens the model and lets it read, altered as `intervene` says; throws Error.
FigureInput readInput(const ModelArgument& model, const InputArgument& input, const InterveneArgument& intervene);

/// The options of `headlight figure` that choose what is drawn. How the file looks is figure_command.cpp's.
struct DrawingArguments {
  std::string view = "heatmap", direction = "gives", flow = "mean";
  std::vector<int> layers, heads;
  double threshold = 0.05;
  std::optional<std::string> token;
  std::vector<std::string> lenses;
  std::optional<int> minusLayer, minusHead;
  std::optional<std::string> minusText, minusModel;

  void addTo(CLI::App& command);
  /// Throws Error for options that do not go together, before a model runs.
  void check() const;
  /// Whether the view is of one head: several of them need several pictures.
  bool drawsOneHead() const { return view == "heatmap" || view == "text" || view == "difference"; }
};

/// The heads that are meant: every layer with every head that was named. Throws Error for one that is not there.
std::vector<HeadId> chosenHeads(const DrawingArguments& a, const AttentionMaps& maps);

/// The figure of `heads` of what `source` read; the first one where the view draws a single head. `model` and `input`
/// are where the source came from: a difference reads them once more with what is subtracted. Throws Error.
std::unique_ptr<AttentionFigure> drawnFigure(const DrawingArguments& a, const FigureInput& source,
                                             const InputArgument& input, const InterveneArgument& intervene,
                                             const std::vector<HeadId>& heads);

}  // namespace headlight
