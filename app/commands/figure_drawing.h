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

/// All that a figure is drawn from.
struct FigureSources {
  FigureInput main;
  std::optional<FigureInput> subtracted;  ///< Another text or model; a difference of two heads needs neither.
};

/// Opens the models that `a` needs and lets them read, altered as `intervene` says; throws Error.
FigureSources readSources(const DrawingArguments& a, const ModelArgument& model, const InputArgument& input,
                          const InterveneArgument& intervene);

/// The heads that are meant: every layer with every head that was named. Throws Error for one that is not there.
std::vector<HeadId> chosenHeads(const DrawingArguments& a, const AttentionMaps& maps);

/// The figure of `heads` of what the sources read; the first one where the view draws a single head. Throws Error.
std::unique_ptr<AttentionFigure> drawnFigure(const DrawingArguments& a, const FigureSources& sources,
                                             const std::vector<HeadId>& heads);

}  // namespace headlight
