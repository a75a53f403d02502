#include "ui/panes/media/share_columns.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "ui/figures/colours/colour_scale.h"
#include "ui/figures/painting.h"
#include "ui/widgets/named.h"
#include "ui/widgets/theme.h"
#include "ui/words.h"

namespace headlight {
namespace {

constexpr double kWidestColumn = 28;

}  // namespace

QString sharesInWords(const AnswerWord& word) {
  const QString words = ShareColumns::tr("pictures or sound %1, text %2, first or special tokens %3")
                            .arg(percentText(word.shares.media, 0), percentText(word.shares.beside, 0),
                                 percentText(word.shares.sinks, 0));
  if (word.shares.behind <= 0) return words;
  return words + QStringLiteral(", %1 %2").arg(Words::tr("after the sound"), percentText(word.shares.behind, 0));
}

ShareColumns::ShareColumns(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("shareColumns"));
  setAccessibleName(tr("Shares of attention for each word"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ShareColumns::setWords(const std::vector<AnswerWord>* words) {
  m_words = words;
  setMaximumWidth(std::max(1, static_cast<int>(kWidestColumn * static_cast<double>(words->size())) + 2));
  update();
}

void ShareColumns::setMarked(std::optional<std::size_t> word) {
  m_marked = word;
  update();
}

QRectF ShareColumns::column(std::size_t word) const {
  const double count = m_words && !m_words->empty() ? static_cast<double>(m_words->size()) : 1;
  const double each = std::min(kWidestColumn, (width() - 2) / count);
  const double x = 1 + each * static_cast<double>(word);
  const QRectF place(x, 2, std::max(1.0, each - (each > 6 ? 2 : 0)), height() - 4);
  return isRightToLeft() ? QRectF(width() - place.right(), place.top(), place.width(), place.height()) : place;
}

std::optional<std::size_t> ShareColumns::wordAt(QPointF position) const {
  if (!m_words) return {};
  for (std::size_t i = 0; i < m_words->size(); ++i)
    if (const QRectF place = column(i); position.x() >= place.left() - 1 && position.x() < place.right() + 1) return i;
  return {};
}

void ShareColumns::paintEvent(QPaintEvent*) {
  if (!m_words) return;
  QPainter painter(this);
  // As in the bars below pictures.
  const FigureStyle style = screenStyle();
  const Palette& inks = style.inks();
  for (std::size_t i = 0; i < m_words->size(); ++i) {
    const AnswerWord& word = (*m_words)[i];
    const QRectF place = column(i);
    double bottom = place.bottom();
    const auto part = [&](double share) {
      const double height = std::clamp(share, 0.0, 1.0) * place.height();
      bottom -= height;
      return QRectF(place.left(), bottom, place.width(), height);
    };
    painter.fillRect(place, inks.hairline);
    painter.fillRect(part(word.shares.media), style.map().colour(0.75));
    painter.fillRect(part(word.shares.beside), inks.neutral);
    paintHatch(painter, part(word.shares.sinks), style);
    if (m_marked == i) {
      painter.setPen(QPen(inks.ink, 1.5));
      painter.setBrush(Qt::NoBrush);
      painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5));
    }
  }
}

bool ShareColumns::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  if (const auto word = wordAt(help->pos()))
    QToolTip::showText(help->globalPos(), tr("“%1”: %2").arg((*m_words)[*word].label, sharesInWords((*m_words)[*word])),
                       this);
  else
    QToolTip::hideText();
  return true;
}

void ShareColumns::mousePressEvent(QMouseEvent* event) {
  if (const auto word = wordAt(event->position()); word && event->button() == Qt::LeftButton)
    emit chosen(static_cast<int>(*word));
}

void ShareColumns::mouseMoveEvent(QMouseEvent* event) {
  if (const auto word = wordAt(event->position()); word && event->buttons() & Qt::LeftButton)
    emit chosen(static_cast<int>(*word));
}

}  // namespace headlight
