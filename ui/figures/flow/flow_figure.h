#pragma once

#include "ui/figures/attention_figure.h"
#include "ui/figures/flow/flow_data.h"
#include "ui/figures/flow/flow_layout.h"

namespace headlight {

/// All layers one over the other, the input at the bottom: a node for each token after each layer, and a line for each
/// strong weight between neighbouring layers. The paths that lead into a chosen token are lit, the others faint.
class FlowFigure final : public AttentionFigure {
 public:
  /// What stands for a layer; FlowWeights::Head takes the number of head().
  void setWeights(FlowWeights weights) { m_weights = weights; }
  FlowWeights weights() const { return m_weights; }
  /// The token into which paths are lit; none for the last one of the text.
  void setToken(std::optional<Index> token) override { m_token = token; }
  /// After how many layers it is looked at; none for all of them.
  void setLevel(std::optional<int> level) { m_level = level; }
  Index token() const;
  int level() const;

  std::unique_ptr<AttentionFigure> clone() const override { return std::make_unique<FlowFigure>(*this); }
  QSizeF preferredSize() const override;
  QString title() const override;
  QString altText() const override;
  FlowLayout layout(QSizeF size) const;
  /// Every node; those of the input count as keys, those after the last layer as queries.
  std::vector<FigureSpot> places(QSizeF size) const override;
  QStringList describe(Index node) const override;
  /// Nodes are numbered level · tokens + token.
  Index numberOf(FlowLayout::Node node) const { return node.level * maps()->queries() + node.token; }
  FlowLayout::Node nodeOf(Index number) const {
    return {static_cast<int>(number / maps()->queries()), number % maps()->queries()};
  }
  ColourScale scale() const { return {style().scale, 1}; }
  FlowRequest request() const;
  /// Those that are there if they answer the request, else computed here and kept. Only for maps with `hasFlow`.
  const FlowData& data() const;
  double ready(QSizeF size) const override;
  void prepare(QSizeF size, const Progress& progress) override;
  bool lacksTheSame(const AttentionFigure& other, QSizeF theirs, QSizeF mine) const override;
  void takeNumbers(const AttentionFigure& from) override;
  /// Whether queries and keys are the same number of tokens, rows are queries and every layer is there: a flow needs
  /// that.
  bool hasFlow() const {
    return !isEmpty() && !context().transposed && maps()->queries() == maps()->keys() && hasEveryLayer();
  }
  /// A flow goes through every layer, of which a file may hold some alone.
  bool hasEveryLayer() const { return static_cast<int>(maps()->layerNumbers().size()) == maps()->layers(); }

 private:
  void draw(QPainter& p, QSizeF size) const override;
  std::optional<QString> nothing() const override;
  void changed() override { m_data = nullptr; }

  FlowWeights m_weights = FlowWeights::Mean;
  std::optional<Index> m_token;
  std::optional<int> m_level;
  mutable std::shared_ptr<const FlowData> m_data;
};

}  // namespace headlight
