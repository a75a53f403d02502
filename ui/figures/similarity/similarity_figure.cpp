#include "ui/figures/similarity/similarity_figure.h"

#include <QPainter>

#include <algorithm>

#include "ui/figures/cell_words.h"
#include "ui/figures/head_words.h"
#include "ui/figures/painting.h"
#include "ui/words.h"

namespace headlight {

void SimilarityFigure::changed() {
  // Another head or another colour leaves the distances as they are.
  if (m_dataOf == maps()) return;
  m_dataOf = maps();
  m_data = nullptr;
}

const SimilarityData& SimilarityFigure::data() const {
  if (!m_data) m_data = std::make_shared<SimilarityData>(isEmpty() ? SimilarityData{} : computeSimilarity(*maps()));
  return *m_data;
}

double SimilarityFigure::ready(QSizeF) const { return isEmpty() || m_data ? 1 : 0; }

bool SimilarityFigure::lacksTheSame(const AttentionFigure& other, QSizeF, QSizeF) const {
  return other.maps() == maps();
}

void SimilarityFigure::prepare(QSizeF, const Progress& progress) {
  if (!isEmpty()) m_data = std::make_shared<SimilarityData>(computeSimilarity(*maps(), progress));
}

void SimilarityFigure::takeNumbers(const AttentionFigure& from) {
  if (from.maps() == maps()) m_data = static_cast<const SimilarityFigure&>(from).m_data;
}

QColor SimilarityFigure::layerColour(int layer) const {
  const int layers = isEmpty() ? 1 : maps()->layers();
  const double part = layers > 1 ? static_cast<double>(layer) / (layers - 1) : 0.3;
  // The ends of the map that come near to the paper are left out.
  return ColourMap(ColourMapId::Viridian, style().dark()).colour(style().dark() ? 0.3 + 0.7 * part : 0.82 * part);
}

QString SimilarityFigure::title() const {
  return isEmpty() ? Words::tr("Head similarity")
                   : Words::tr("Head similarity, %1 layers × %2 heads")
                         .arg(maps()->layerNumbers().size())
                         .arg(maps()->headNumbers().size());
}

SimilarityLayout SimilarityFigure::layout(QSizeF size) const {
  if (isEmpty()) return {};
  const SimilarityData& numbers = data();
  SimilaritySpec spec;
  fill(spec, size);
  spec.layers = numbers.layers;
  for (Index i = 0; i < numbers.count(); ++i) {
    spec.points.emplace_back(numbers.points(i, 0), numbers.points(i, 1));
    spec.labels.push_back(headName(numbers.headOf(i)));
    spec.shortLabels.push_back(QStringLiteral("%1.%2").arg(numbers.headOf(i).layer).arg(numbers.headOf(i).head));
  }
  spec.notes.push_back(
      context().transposed
          ? Words::tr("Near dots are attended to similarly: Jensen–Shannon distance on this text, laid out in two "
                      "dimensions.")
          : Words::tr("Near dots attend similarly: Jensen–Shannon distance on this text, laid out in two "
                      "dimensions."));
  spec.notes.push_back(
      Words::tr("Layout distorts distances by %1 (stress). Directions have no meaning.")
          .arg(percentText(numbers.stress, 0)));
  return layoutSimilarity(spec, FontTextMetrics(style()));
}

void SimilarityFigure::draw(QPainter& p, QSizeF size) const {
  const SimilarityLayout layout = this->layout(size);
  const SimilarityData& numbers = data();
  const Palette& inks = style().inks();
  p.setRenderHint(QPainter::Antialiasing, true);
  p.setPen(QPen(inks.hairline, 1));
  p.setBrush(Qt::NoBrush);
  p.drawRect(layout.plot.adjusted(0.5, 0.5, -0.5, -0.5));
  for (const SimilarityLayout::Label& label : layout.labels)
    if (!label.leader.isNull()) p.drawLine(label.leader);
  for (Index i = 0; i < numbers.count(); ++i) {
    p.setPen(QPen(inks.paper, 1));
    p.setBrush(layerColour(numbers.headOf(i).layer));
    p.drawEllipse(layout.dot(i));
  }
  for (const SimilarityLayout::Label& label : layout.labels)
    paintText(p, label.text, style(), layout.labelSize, inks.ink);
  const double small = style().smallSize();
  if (layout.legendTitle) paintText(p, *layout.legendTitle, style(), small, inks.muted);
  for (const SimilarityLayout::LayerKey& key : layout.legend) {
    p.setPen(Qt::NoPen);
    p.setBrush(layerColour(key.layer));
    p.drawEllipse(key.swatch);
    paintText(p, key.text, style(), small, inks.muted);
  }
  paintFrame(p, layout.frame, style());
}

QStringList SimilarityFigure::describe(Index head) const {
  const SimilarityData& numbers = data();
  if (head < 0 || head >= numbers.count()) return {};
  QStringList near;
  for (const Index other : numbers.nearest(head)) {
    if (near.size() == 3) break;
    near << QStringLiteral("%1 (%2)")
                .arg(headName(numbers.headOf(other)))
                .arg(localNumber(numbers.distances(head, other), 'f', 3));
  }
  QStringList lines{headTitle(numbers.headOf(head))};
  if (!near.isEmpty()) lines << Words::tr("nearest: ") + near.join(QStringLiteral(", "));
  return lines;
}

std::vector<FigureSpot> SimilarityFigure::places(QSizeF size) const {
  std::vector<FigureSpot> places;
  const SimilarityLayout layout = this->layout(size);
  for (Index head = 0; head < static_cast<Index>(layout.centres.size()); ++head)
    places.push_back({layout.dot(head), {}, -1, -1, {}, head, layout.reach(head)});
  return places;
}

QSizeF SimilarityFigure::preferredSize() const { return {800, 640}; }

QString SimilarityFigure::altText() const {
  if (isEmpty()) return Words::tr("Head similarity without tokens.");
  const SimilarityData& numbers = data();
  QString text = title() + (subtitle().isEmpty() ? QString() : QStringLiteral(", ") + subtitle()) +
                 (context().transposed ? Words::tr(". Heads that are attended to similarly are near each other.")
                                       : Words::tr(". Similar heads are near each other."));
  Index a = 0, b = std::min<Index>(1, numbers.count() - 1);
  for (Index i = 0; i < numbers.count(); ++i)
    for (Index j = 0; j < i; ++j)
      if (numbers.distances(i, j) < numbers.distances(b, a)) {
        a = j;
        b = i;
      }
  if (numbers.count() > 1)
    text += Words::tr(" The most similar are %1 and %2 (distance %3).")
                .arg(headName(numbers.headOf(a)), headName(numbers.headOf(b)))
                .arg(localNumber(numbers.distances(b, a), 'f', 3));
  return text;
}

}  // namespace headlight
