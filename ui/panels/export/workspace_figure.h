#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "ui/figures/atlas/atlas_figure.h"
#include "ui/figures/figure_parts.h"
#include "ui/reading/readings.h"

namespace headlight {

/// A whole workspace on paper: the atlas of all heads on the left, the panels in their grid beside it.
class WorkspaceFigure final : public Figure {
 public:
  /// `results` must have the first reading; a panel that lacks one of its readings stays empty.
  WorkspaceFigure(const RunResults& results, const WorkspaceState& state, const FigureStyle& style);

  void paint(QCPPainter& painter, const QRectF& area) const override;
  QSizeF preferredSize() const override;
  double ready(QSizeF size) const override { return readyOf(parts(size)); }
  void prepare(QSizeF size, const Progress& progress) override { prepareOne(parts(size), progress); }
  bool hasWords() const override { return allHaveWords(parts(preferredSize())); }
  void prepareWords(const Progress& progress) override { prepareAllWords(parts(preferredSize()), progress); }
  QString title() const override;
  QString altText() const override;
  QStringList families() const override { return m_atlas->families(); }

  bool isPart() const override;
  void showWhole() override;

  /// Changes each of its figures in the same way.
  void forEach(const std::function<void(AttentionFigure&)>& change);

  /// Where the atlas and each panel are in `area`.
  struct Layout {
    QRectF atlas;
    std::vector<QRectF> panels;
  };
  Layout layout(const QRectF& area) const;

 private:
  std::vector<FigurePart> parts(QSizeF size) const;

  std::unique_ptr<AtlasFigure> m_atlas = std::make_unique<AtlasFigure>();
  std::vector<std::unique_ptr<AttentionFigure>> m_panels;
};

/// The figure of one panel that shows `head` unless it has its own, with the pinned `token` of the first reading.
std::unique_ptr<AttentionFigure> panelFigure(const PanelState& panel, const RunResults& results, HeadId head,
                                             std::optional<Index> token, const FigureStyle& style);

/// Opens the model of `state`, reads its text and writes the workspace to headlight.png and headlight.svg in `folder`,
/// whole or not at all: what the program does where there is no display. Returns the files; throws Error.
std::vector<std::filesystem::path> renderWorkspace(const Engine& engine, const WorkspaceState& state,
                                                   const std::filesystem::path& folder);

}  // namespace headlight
