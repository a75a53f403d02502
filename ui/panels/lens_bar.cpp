#include "ui/panels/lens_bar.h"

#include <QEvent>
#include <QMenu>
#include <algorithm>

#include "ui/widgets/chip_layout.h"
#include "ui/widgets/named.h"
#include "ui/widgets/theme.h"

namespace headlight {
namespace {

ChipSpec specOf(const std::vector<QToolButton*>& chips, double width) {
  ChipSpec spec;
  spec.width = width;
  for (const QToolButton* chip : chips) {
    spec.widths.push_back(chip->sizeHint().width());
    spec.height = std::max(spec.height, static_cast<double>(chip->sizeHint().height()));
  }
  return spec;
}

QString capitalised(QString text) { return text.replace(0, 1, text.left(1).toUpper()); }

}  // namespace

LensBar::LensBar(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("lensBar"));
  QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  hide();
}

void LensBar::setChips(const std::vector<Chip>& chips) {
  if (chips == m_shown) return;
  m_shown = chips;
  for (QToolButton* chip : m_chips) {
    chip->hide();
    chip->deleteLater();  // It may be the one that was clicked.
  }
  m_chips.clear();
  for (const auto& [text, explanation] : chips) {
    auto* chip = named("chip", new QToolButton(this));
    chip->setText(keyless(text));
    chip->setIcon(themedIcon(QStringLiteral("close")));
    chip->setIconSize(QSize(12, 12));
    // The cross stands behind the words.
    chip->setLayoutDirection(isRightToLeft() ? Qt::LeftToRight : Qt::RightToLeft);
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip->setAccessibleName(tr("Remove: %1").arg(text));
    chip->setToolTip(explanation + QStringLiteral("\n") + tr("Click to remove."));
    const auto index = static_cast<int>(m_chips.size());
    connect(chip, &QToolButton::clicked, this, [this, index] { emit removeRequested(index); });
    chip->show();
    m_chips.push_back(chip);
  }
  setVisible(!m_shown.empty());
  place();
  updateGeometry();
}

int LensBar::heightForWidth(int width) const {
  return static_cast<int>(layoutChips(specOf(m_chips, width)).height) + (m_chips.empty() ? 0 : 4);
}

QSize LensBar::sizeHint() const { return {200, heightForWidth(std::max(width(), 60))}; }

QSize LensBar::minimumSizeHint() const { return {60, heightForWidth(std::max(width(), 60))}; }

void LensBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  place();
}

void LensBar::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
    place();
    updateGeometry();
  }
}

void LensBar::place() {
  const ChipLayout layout = layoutChips(specOf(m_chips, width()));
  for (std::size_t i = 0; i < m_chips.size(); ++i) m_chips[i]->setGeometry(layout.chips[i].toRect());
}

void fillLensMenu(QMenu& menu, const std::function<void(const PanelLens&)>& chosen) {
  menu.setToolTipsVisible(true);
  const auto add = [&chosen](QMenu& to, const PanelLens& lens) {
    QAction* action = to.addAction(capitalised(lensName(lens)));
    action->setToolTip(lensExplanation(lens));
    QObject::connect(action, &QAction::triggered, &to, [chosen, lens] { chosen(lens); });
  };
  using Kind = PanelLens::Kind;
  const auto lensOf = [](Kind kind) {
    PanelLens lens;
    lens.kind = kind;
    return lens;
  };
  for (const Kind kind : {Kind::Words, Kind::Sentences, Kind::WithoutSpecials}) add(menu, lensOf(kind));
  PanelLens missing = lensOf(Kind::WithoutSpecials);
  missing.renormalise = false;
  add(menu, missing);
  add(menu, lensOf(Kind::WithoutSink));
  menu.addSeparator();
  QMenu* thresholds = menu.addMenu(LensBar::tr("Threshold"));
  for (const double threshold : {0.01, 0.02, 0.05, 0.1, 0.2, 0.5}) {
    PanelLens lens = lensOf(Kind::Threshold);
    lens.threshold = threshold;
    add(*thresholds, lens);
  }
  QMenu* far = menu.addMenu(LensBar::tr("Only long-range links"));
  for (const Index distance : {8, 32, 128, 512, 2048}) {
    PanelLens lens = lensOf(Kind::Far);
    lens.distance = distance;
    add(*far, lens);
  }
  QMenu* tops = menu.addMenu(LensBar::tr("Top per row"));
  for (const int count : {1, 2, 3, 5, 10}) {
    PanelLens lens = lensOf(Kind::Top);
    lens.count = count;
    add(*tops, lens);
  }
  add(menu, lensOf(Kind::RowMaximum));
  menu.addSeparator();
  for (const Kind kind : {Kind::Transposed, Kind::Written, Kind::MeanOfHeads, Kind::MaxOfHeads})
    add(menu, lensOf(kind));
}

LensButton::LensButton(QWidget* parent) : QToolButton(parent) {
  setObjectName(QStringLiteral("lensButton"));
  setIcon(themedIcon(QStringLiteral("lens")));
  setAccessibleName(tr("Lenses"));
  setToolTip(tr("Lenses: merge words, remove the sink, …"));
  setPopupMode(QToolButton::InstantPopup);
  setAutoRaise(true);
  auto* menu = new QMenu(this);
  fillLensMenu(*menu, [this](const PanelLens& lens) { emit lensChosen(lens); });
  setMenu(menu);
}

}  // namespace headlight
