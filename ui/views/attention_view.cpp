#include "ui/views/attention_view.h"

#include <qcustomplot.h>

#include <QAccessible>
#include <QAccessibleWidget>
#include <QResizeEvent>
#include <algorithm>

#include "ui/figures/colours/colour_scale.h"
#include "ui/widgets/announce.h"

namespace headlight {
namespace {

/// What a screen reader is told of a view: what is pointed at, else the picture in words. Those are made when they are
/// asked for, since they read all weights; of a map too large for that they are its title.
class AccessibleView final : public QAccessibleWidget {
 public:
  explicit AccessibleView(AttentionView* view) : QAccessibleWidget(view, QAccessible::Graphic) {}

  QString text(QAccessible::Text kind) const override {
    QString given = QAccessibleWidget::text(kind);
    const AttentionFigure& figure = static_cast<const AttentionView*>(widget())->figure();
    if (kind != QAccessible::Description || !(given.isEmpty() || given == figure.title())) return given;
    constexpr Index kMostWeights = 1'500'000;
    const bool large = figure.ready(widget()->size()) < 1 ||
                       (figure.maps() && figure.maps()->queries() * figure.maps()->keys() > kMostWeights);
    return large ? figure.title() : figure.altText();
  }
};

QAccessibleInterface* accessibleView(const QString&, QObject* object) {
  auto* view = qobject_cast<AttentionView*>(object);
  return view ? new AccessibleView(view) : nullptr;
}

}  // namespace

/// A bar along the lower edge, and a veil over what is out of date; lets the pointer through.
class AttentionView::Waiting final : public QWidget {
 public:
  explicit Waiting(AttentionView* view) : QWidget(view), m_view(view) {
    setObjectName(QStringLiteral("waiting"));
    setAccessibleName(tr("Computing weights"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
  }

  /// `part` of the numbers is there; `veiled` when none of them is on screen.
  void show(double part, bool veiled) {
    tell(part, veiled ? tr("Computing weights… %1").arg(percentText(part, 0)) : QString());
  }

  /// With `words` on a veil, unless there are none.
  void tell(double part, const QString& words) {
    m_part = part;
    m_words = words;
    setGeometry(m_view->rect());
    setVisible(true);
    raise();
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    const FigureStyle& style = m_view->figure().style();
    if (!m_words.isEmpty()) {
      QColor veil = style.inks().paper;
      veil.setAlphaF(0.7F);
      painter.fillRect(rect(), veil);
      painter.setFont(style.font(style.textSize));
      painter.setPen(style.inks().muted);
      painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_words);
    }
    constexpr int kHeight = 3;
    const QRect whole(0, height() - kHeight, width(), kHeight);
    painter.fillRect(whole, style.inks().hairline);
    painter.fillRect(QRectF(whole.topLeft(), QSizeF(whole.width() * m_part, kHeight)), style.inks().accent);
  }

 private:
  AttentionView* m_view;
  double m_part = 0;
  QString m_words;
};

AttentionView::AttentionView(Selection* selection, QWidget* parent)
    : QWidget(parent), m_selection(selection), m_waiting(new Waiting(this)) {
  // Once: a factory that is there moves to the end.
  QAccessible::removeFactory(accessibleView);
  QAccessible::installFactory(accessibleView);
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setMinimumSize(160, 120);
  setAttribute(Qt::WA_OpaquePaintEvent);
  connect(&m_preparing, &JobSignals::progressed, this, [this](double part) {
    const double there = figure().ready(size());
    m_waiting->show(std::max(there, part), there == 0 && !showsUnready());
  });
  if (!selection) return;
  connect(selection, &Selection::headChanged, this, [this](HeadId head) {
    if (m_follows) setHead(head);
  });
}

void AttentionView::setMaps(std::shared_ptr<const AttentionMaps> maps, AttentionContext context) {
  mutableFigure().setMaps(std::move(maps), std::move(context));
  if (m_follows && m_selection) mutableFigure().setHead(m_selection->head());
  outdated();
}

void AttentionView::setHead(HeadId head) {
  mutableFigure().setHead(head);
  outdated();
}

void AttentionView::setStyle(const FigureStyle& style) {
  mutableFigure().setStyle(style);
  outdated();
}

void AttentionView::edit(const std::function<void(AttentionFigure&)>& change) {
  change(mutableFigure());
  outdated();
}

void AttentionView::setFollowsSelection(bool follows) {
  m_follows = follows;
  if (follows && m_selection) setHead(m_selection->head());
}

QSize AttentionView::sizeHint() const { return figure().preferredSize().toSize().boundedTo({800, 600}); }

void AttentionView::outdated() {
  m_outdated = !isVisible();
  if (m_outdated) return;
  if (figure().ready(size()) > 0 || showsUnready()) refresh();
  complete();
}

void AttentionView::complete() {
  const double there = figure().ready(size());
  if (there >= 1) {
    m_preparing.cancel();
    m_waiting->hide();
    return;
  }
  m_waiting->show(there, there == 0 && !showsUnready());
  if (m_preparing.isRunning() && figure().lacksTheSame(*m_asked, m_askedSize, size())) return;
  // A step of a figure that shows meanwhile what it has is short and never in vain; others begin anew.
  if (!m_preparing.isRunning() || !showsUnready()) prepare();
}

void AttentionView::redraw() {
  if (isVisible() && isReady()) refresh();
}

void AttentionView::prepare() {
  std::shared_ptr<AttentionFigure> work = figure().clone();
  m_asked = figure().clone();
  m_askedSize = size();
  m_preparing.start(
      [work, size = size()](const Progress& progress) {
        work->prepare(size, progress);
        return work;
      },
      [this](const std::shared_ptr<AttentionFigure>& done) {
        mutableFigure().takeNumbers(*done);
        outdated();
      },
      [this](const QString& message) {
        m_waiting->tell(0, message);
        describe(this, message);
      });
}

void AttentionView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (m_outdated) outdated();
}

void AttentionView::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  outdated();
}

QPixmap AttentionView::picture(const Figure& shown) const {
  if (size().isEmpty()) return {};
  QPixmap pixmap(size() * devicePixelRatioF());
  pixmap.setDevicePixelRatio(devicePixelRatioF());
  QCPPainter painter(&pixmap);
  painter.setMode(QCPPainter::pmNoCaching);
  shown.paint(painter, QRectF(QPointF(0, 0), QSizeF(size())));
  return pixmap;
}

}  // namespace headlight
