#include "ui/views/similarity_view.h"

#include <QPainter>
#include <cmath>

#include "ui/figures/head_words.h"
#include "ui/views/next_that_way.h"

namespace headlight {

SimilarityView::SimilarityView(Selection* selection, QWidget* parent) : PictureView(selection, parent) {
  setObjectName(QStringLiteral("similarityView"));
  setAccessibleName(tr("Head similarity"));
  // The ring around the chosen head is drawn on top: another head needs no new picture.
  setFollowsSelection(false);
  if (selection)
    connect(selection, &Selection::headChanged, this, [this] {
      announce();
      update();
    });
}

QPixmap SimilarityView::draw() {
  if (m_figure.isEmpty()) {
    m_job.cancel();
    m_computing = nullptr;
    m_layout = {};
    return picture(m_figure);
  }
  if (!m_figure.hasData() && m_computing != m_figure.maps()) {
    m_computing = m_figure.maps();
    m_failure.clear();
    m_job.start([maps = m_computing](const Progress& progress) { return computeSimilarity(*maps, progress); },
                [this, maps = m_computing](SimilarityData shown) {
                  if (m_figure.maps() != maps) return;  // Others came while the view was hidden.
                  m_figure.setData(std::make_shared<SimilarityData>(std::move(shown)));
                  outdated();
                },
                [this](const QString& message) {
                  m_failure = message;
                  outdated();
                });
  }
  if (m_figure.hasData()) {
    m_layout = m_figure.layout(size());
    return picture(m_figure);
  }
  m_layout = {};
  QPixmap waiting(size() * devicePixelRatioF());
  waiting.setDevicePixelRatio(devicePixelRatioF());
  const FigureStyle& style = m_figure.style();
  waiting.fill(style.inks().paper);
  QPainter painter(&waiting);
  painter.setFont(style.font(style.textSize));
  painter.setPen(style.inks().muted);
  painter.drawText(QRectF(QPointF(0, 0), QSizeF(size())), Qt::AlignCenter | Qt::TextWordWrap, description());
  return waiting;
}

QString SimilarityView::description() const {
  if (m_figure.isEmpty() || m_figure.hasData()) return m_figure.altText();
  return m_failure.isEmpty() ? tr("Comparing all heads…") : m_failure;
}

std::optional<Index> SimilarityView::thingAt(QPointF point) const { return m_layout.headAt(point); }

QStringList SimilarityView::describe(Index head) const {
  return m_figure.hasData() ? m_figure.describe(head) : QStringList();
}

std::optional<Index> SimilarityView::chosen() const {
  if (!selection() || !m_figure.hasData()) return {};
  const HeadId head = selection()->head();
  const SimilarityData& shown = m_figure.data();
  const Index index = shown.indexOf(head);
  return index < 0 ? std::nullopt : std::optional(index);
}

void SimilarityView::choose(std::optional<Index> head) {
  if (selection() && head && m_figure.hasData()) selection()->setHead(m_figure.data().headOf(*head));
}

std::optional<Index> SimilarityView::neighbour(std::optional<Index> from, int right, int down) const {
  if (m_layout.centres.empty()) return {};
  if (!from) return 0;
  const auto next = nextThatWay(m_layout.centres, static_cast<std::size_t>(*from), right, down);
  return next ? static_cast<Index>(*next) : from;
}

void SimilarityView::paintOver(QPainter& painter) {
  const auto head = chosen();
  if (!head) return;
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(m_figure.style().inks().accent, 2));
  painter.drawEllipse(m_layout.dot(*head).adjusted(-3, -3, 3, 3));
}

}  // namespace headlight
