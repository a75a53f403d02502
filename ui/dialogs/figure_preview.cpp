#include "ui/dialogs/figure_preview.h"

#include <qcustomplot.h>

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QProgressBar>

#include "ui/progress_bar.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/arrow_step.h"

namespace headlight {

FigurePreview::FigurePreview(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("figurePreview"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setMinimumSize(320, 240);
  setFocusPolicy(Qt::StrongFocus);
  m_progress = makeProgressBar(QStringLiteral("previewProgress"),
                               QCoreApplication::translate("headlight::AttentionView", "Computing weights"));
  m_progress->setParent(this);
  showProgress(m_preparing, m_progress);
  connect(&m_preparing, &JobSignals::runningChanged, this, qOverload<>(&QWidget::update));
}

FigurePreview::~FigurePreview() = default;

void FigurePreview::setFigure(std::shared_ptr<Figure> figure, QSizeF size) {
  if (!figure || isComplete(*figure, size)) {
    m_preparing.cancel();
    return take(std::move(figure), size);
  }
  m_preparing.start(
      [figure = std::move(figure), size](const Progress& progress) {
        complete(*figure, size, progress);
        return figure;
      },
      [this, size](const std::shared_ptr<Figure>& done) { take(done, size); },
      [this](const QString& message) { setAccessibleDescription(message); });
}

void FigurePreview::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  const int height = m_progress->sizeHint().height();
  m_progress->setGeometry(0, this->height() - height, width(), height);
}

void FigurePreview::take(std::shared_ptr<const Figure> figure, QSizeF size) {
  m_figure = std::move(figure);
  m_size = size;
  m_picture = {};
  m_spot.reset();
  if (m_figure) {
    setAccessibleName(m_figure->title());
    setAccessibleDescription(m_figure->altText());
  }
  update();
}

QRectF FigurePreview::place() const {
  const QSizeF fitting = m_size.scaled(QSizeF(size() - QSize(2, 2)), Qt::KeepAspectRatio);
  return {QPointF((width() - fitting.width()) / 2, (height() - fitting.height()) / 2), fitting};
}

void FigurePreview::mousePressEvent(QMouseEvent* event) {
  const QRectF shown = place();
  if (!m_figure || !shown.contains(event->position())) return;
  emit clicked((event->position() - shown.topLeft()) * (m_size.width() / shown.width()));
}

void FigurePreview::keyPressEvent(QKeyEvent* event) {
  const QPoint step = arrowStep(event->key());
  // Never the dialog's own button while a cell is framed: who marks one does not want to export.
  if (m_spot && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space))
    return emit clicked(m_spot->rect.center());
  if (!m_figure || step.isNull()) return QWidget::keyPressEvent(event);
  std::vector<FigureSpot> spots = m_figure->spots(m_size);
  std::erase_if(spots, [](const FigureSpot& spot) { return spot.query < 0 && spot.key < 0; });
  // The first one, or the nearest that lies that way.
  const auto now = m_spot ? spotAt(spots, m_spot->rect.center()) : std::nullopt;
  const auto next = now ? nextThatWay(spots, *now, step.x(), step.y()) : std::optional<std::size_t>(0);
  if (spots.empty() || !next) return;
  m_spot = spots[*next];
  describe(this, m_spot->text);
  update();
}

void FigurePreview::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

void FigurePreview::paintEvent(QPaintEvent*) {
  if (!m_figure || m_size.isEmpty()) return;
  const QSizeF fitting = place().size();
  const double ratio = devicePixelRatioF();
  const QSize pixels = (fitting * ratio).toSize();
  if (pixels.isEmpty()) return;
  if (m_picture.size() != pixels) {
    m_picture = QPixmap(pixels);
    m_picture.fill(Qt::transparent);
    QCPPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(pixels.width() / m_size.width(), pixels.height() / m_size.height());
    m_figure->paint(painter, QRectF({}, m_size));
  }
  QPainter painter(this);
  painter.drawPixmap(place(), m_picture, m_picture.rect());
  painter.setPen(palette().color(QPalette::Mid));
  painter.drawRect(place().adjusted(-0.5, -0.5, 0.5, 0.5));
  if (m_preparing.isRunning()) {  // What is shown is another figure.
    QColor veil = palette().color(QPalette::Window);
    veil.setAlphaF(0.7F);
    painter.fillRect(rect(), veil);
    return;
  }
  if (!m_spot || !hasFocus()) return;
  const double scale = place().width() / m_size.width();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
  painter.drawRect(QRectF(m_spot->rect.topLeft() * scale + place().topLeft(), m_spot->rect.size() * scale));
}

}  // namespace headlight
