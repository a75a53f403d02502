#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "core/analysis/expert_use.h"
#include "ui/figures/experts/experts_picture.h"
#include "ui/figures/figure.h"
#include "ui/figures/line_axis.h"

namespace headlight {

struct ColouredTextLayout;

/// Which experts worked on a text, with the names that a picture of it needs.
struct ExpertsReport {
  ExpertUse use;
  std::vector<Token> tokens;
  QString model, text, changed;
};

/// The experts of a run of `model`. Throws Error as expertUse() does.
ExpertsReport tellExperts(const Trace& trace, AttentionType type, const QString& text, const QString& changed = {});

/// The report with numbers in place of the text's tokens.
std::shared_ptr<const ExpertsReport> withoutText(const std::shared_ptr<const ExpertsReport>& report);

struct ExpertsChoice {
  ExpertsPicture picture = ExpertsPicture::Grid;
  int layer = 0;              ///< Text: whose experts; of the layers with experts the nearest.
  std::optional<int> expert;  ///< The one that is stressed, and whose tokens the text shows; none for all.
  bool operator==(const ExpertsChoice&) const = default;
};

/// What the layout of grid and load depends on.
struct ExpertsFigureSpec {
  QSizeF size;
  std::vector<QString> rows;   ///< Names of the layers.
  std::vector<QString> columns;  ///< Labels below: of tokens or experts.
  double rowGap = 2;
  QString title, subtitle;
  std::vector<QString> notes;
  FigureStyle style;
};

/// Where everything of grid and load is. Figure units, origin at the top left of the figure.
struct ExpertsLayout {
  FigureFrame frame;
  std::vector<QRectF> rows;  ///< The cells of each layer, the first layer above.
  std::vector<PlacedText> names;
  LineAxis line;

  QRectF cell(std::size_t row, Index column) const;
};
/// Pure: the same numbers for the same spec and metrics.
ExpertsLayout layoutExperts(const ExpertsFigureSpec& spec, const TextMetrics& metrics);

/// An expert of a layer as the number of a spot, and back.
constexpr Index expertId(int layer, int expert) { return (Index{layer} << 20) + expert; }
constexpr int layerOfId(Index id) { return static_cast<int>(id >> 20); }
constexpr int expertOfId(Index id) { return static_cast<int>(id & 0xfffff); }

/// The colour of an expert: up to eight differ clearly, more are told apart by their numbers.
QColor expertColour(int expert, int experts, bool dark);

/// The experts of a mixture at work: each cell of the grid is a column of their weights, in the colour of the expert
/// with its number where that fits.
class ExpertsFigure final : public Figure {
 public:
  explicit ExpertsFigure(std::shared_ptr<const ExpertsReport> report = {}, FigureStyle style = {},
                         ExpertsChoice choice = {})
      : m_report(std::move(report)), m_style(std::move(style)), m_choice(choice) {}

  void paint(QCPPainter& painter, const QRectF& area) const override;
  QSizeF preferredSize() const override { return {960, 640}; }
  QString title() const override;
  QString altText() const override;
  QStringList families() const override { return fontFamilies(m_style.family); }
  /// Every choice of an expert (grid, text: `query` is the token) or every expert (load); `id` is that of the expert.
  std::vector<FigureSpot> spots(QSizeF size) const override;
  /// What is told of an expert and a token, or in the load of an expert.
  QString sentence(std::optional<Index> token, int layer, int expert) const;
  /// Draws the picture at `size`, its top left corner at (0, 0), without paper.
  void draw(QPainter& painter, QSizeF size) const;
  ExpertsLayout layout(QSizeF size) const;
  const ExpertsChoice& choice() const { return m_choice; }

 private:
  struct Part;
  bool isEmpty() const { return !m_report || m_report->use.layers.empty() || m_report->use.tokens == 0; }
  /// The layer of the text.
  const ExpertUse::Layer& layer() const;
  /// What a whole cell of the grid stands for: 1, or the largest sum of weights.
  double full() const;
  double mostTokens() const;
  QString label(Index token) const;
  bool isFaint(int layer, int expert) const;
  QString subtitle() const;
  std::vector<QString> notes() const;
  /// The parts of the grid or bars of the load, in the order of rows and columns.
  std::vector<Part> parts(const ExpertsLayout& layout) const;
  void paintManyCells(QPainter& painter, const ExpertsLayout& layout) const;
  /// The expert that each token of the text is coloured by, with its weight; -1 for none.
  std::vector<std::pair<int, double>> marks() const;
  ColouredTextLayout textLayout(QSizeF size) const;
  void paintText(QPainter& painter, QSizeF size) const;

  std::shared_ptr<const ExpertsReport> m_report;
  FigureStyle m_style;
  ExpertsChoice m_choice;
};

}  // namespace headlight
