#include "ui/panels/panel_header.h"

#include <QApplication>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QSignalBlocker>
#include <QToolButton>
#include <algorithm>
#include <functional>
#include <utility>

#include "ui/figures/head_words.h"
#include "ui/panels/lens_bar.h"
#include "ui/state/panel_kind.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/theme.h"

namespace headlight {
namespace {

constexpr int kLeastTitle = 184;  ///< The switches give way to a title up to this long.
constexpr int kSpacing = 1;

QToolButton* makeButton(const QString& objectName, const QString& icon, const QString& name, const QString& tip) {
  QToolButton* button = makeIconButton(objectName, icon, name, tip);
  button->setAutoRaise(true);
  return button;
}

/// A button with a menu of values, of which one is chosen.
template <class Value>
QToolButton* makeChoice(const QString& objectName, const QString& tip, std::initializer_list<Value> values,
                        QString (*words)(Value), const std::function<void(Value)>& choose) {
  auto* button = new QToolButton;
  button->setObjectName(objectName);
  button->setPopupMode(QToolButton::InstantPopup);
  button->setToolTip(tip);
  auto* menu = new QMenu(button);
  for (const Value value : values) {
    QAction* action = menu->addAction(words(value));
    action->setCheckable(true);
    action->setData(static_cast<int>(value));
    QObject::connect(action, &QAction::triggered, button, [choose, value] { choose(value); });
  }
  button->setMenu(menu);
  return button;
}

/// Marks a switch that is not as a new panel has it.
void mark(QWidget* widget, bool changed) {
  if (widget->property("changed").toBool() == changed) return;
  widget->setProperty("changed", changed);
  widget->setAccessibleDescription(changed ? PanelHeader::tr("Not the default") : QString());
  restyle(widget);
}

void showChoice(QToolButton* button, int value) {
  for (QAction* action : button->menu()->actions()) action->setChecked(action->data().toInt() == value);
}

}  // namespace

void takeAttention(PanelState& panel, AttentionType type) {
  panel.attention = type;
  panel.minus.reset();
}

QString scaleName(ScaleKind kind) {
  return kind == ScaleKind::Linear ? PanelHeader::tr("Linear")
         : kind == ScaleKind::Sqrt ? PanelHeader::tr("Square root")
                                   : PanelHeader::tr("Logarithmic");
}

QString directionName(Direction direction) {
  return direction == Direction::Gives ? PanelHeader::tr("Attends to") : PanelHeader::tr("Attended by");
}

QString flowName(FlowWeights weights) {
  return weights == FlowWeights::Mean   ? PanelHeader::tr("Mean of the heads")
         : weights == FlowWeights::Head ? PanelHeader::tr("One head")
                                        : PanelHeader::tr("Rollout");
}

QString expertsName(ExpertsPicture picture) {
  return picture == ExpertsPicture::Grid   ? PanelHeader::tr("Layers and tokens")
         : picture == ExpertsPicture::Load ? PanelHeader::tr("Load")
                                           : PanelHeader::tr("Text");
}

PanelHeader::PanelHeader(QMenu* menu, QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("panelHeader"));
  m_title = named("cardTitle", new QLabel);
  m_title->setTextFormat(Qt::PlainText);
  m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  buildKinds();
  buildSettings();
  m_more = makeButton(QStringLiteral("panelMenuButton"), QStringLiteral("more"), tr("Panel menu"), tr("Panel menu"));
  m_more->setPopupMode(QToolButton::InstantPopup);
  m_more->setMenu(menu);
  m_close =
      makeButton(QStringLiteral("closeButton"), QStringLiteral("close"), tr("Close panel"), tr("Close this panel"));
  connect(m_close, &QToolButton::clicked, this, &PanelHeader::closeRequested);

  m_part = named("partButton", new QToolButton);
  m_part->setText(tr("Zoomed"));
  m_part->setIcon(themedIcon(QStringLiteral("close")));
  m_part->setIconSize(QSize(12, 12));
  m_part->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_part->setLayoutDirection(isRightToLeft() ? Qt::LeftToRight : Qt::RightToLeft);  // The cross ends it.
  m_part->setAccessibleName(tr("Zoomed in: show the whole map"));
  m_part->setToolTip(tr("Zoomed in. Click, or press 0, to show the whole map."));
  connect(m_part, &QToolButton::clicked, this, &PanelHeader::wholeRequested);

  m_row = {m_part,  m_attention, m_kind, m_threshold, m_wholeLayer, m_direction, m_flow, m_experts,
           m_scale, m_sinks,     m_lens, m_pin,       m_link,       m_export,    m_more, m_close};
  m_lesser = {m_export, m_link, m_pin,     m_sinks,     m_wholeLayer, m_direction,
              m_scale,  m_flow, m_experts, m_threshold, m_lens};
  auto* row = makeBox<QHBoxLayout>(this, readingMargins(12, 4, 4, 4), kSpacing);
  row->addWidget(m_title, 1);
  for (QWidget* widget : m_row) row->addWidget(widget);
}

void PanelHeader::buildKinds() {
  m_kind = named("kindButton", new QToolButton);
  m_kind->setToolTip(tr("View"));
  m_kind->setPopupMode(QToolButton::InstantPopup);
  m_kind->setAutoRaise(true);
  auto* menu = new QMenu(m_kind);
  for (const PanelKindRow& row : panelKinds()) {
    QAction* action = menu->addAction(themedIcon(QString::fromLatin1(row.icon)), panelKindLabel(row.kind));
    action->setObjectName(QString::fromLatin1(row.name) + QStringLiteral("KindAction"));
    connect(action, &QAction::triggered, this,
            [this, kind = row.kind] { request([kind](PanelState& s) { s.kind = kind; }); });
  }
  m_kind->setMenu(menu);
}

void PanelHeader::buildSettings() {
  m_attention = makeChoice<AttentionType>(
      QStringLiteral("attentionButton"), tr("Attention"),
      {AttentionType::Self, AttentionType::Encoder, AttentionType::Cross, AttentionType::Vision, AttentionType::Stage1,
       AttentionType::Stage2, AttentionType::Stage3, AttentionType::Stage4},
      [](AttentionType type) { return attentionName(type); },
      [this](AttentionType type) { request([type](PanelState& s) { takeAttention(s, type); }); });

  m_threshold = named("threshold", new QDoubleSpinBox);
  m_threshold->setAccessibleName(tr("Smallest weight drawn, in percent"));
  m_threshold->setToolTip(tr("Weights below this one are not drawn"));
  m_threshold->setPrefix(QStringLiteral("≥ "));
  m_threshold->setSuffix(QStringLiteral(" %"));
  m_threshold->setDecimals(0);
  m_threshold->setRange(0, 100);
  m_threshold->setButtonSymbols(QAbstractSpinBox::NoButtons);
  m_threshold->setAlignment(Qt::AlignRight);
  m_threshold->setKeyboardTracking(false);
  m_threshold->setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("≥ 100 %")) + 20);
  connect(m_threshold, &QDoubleSpinBox::valueChanged, this,
          [this](double percent) { request([percent](PanelState& s) { s.threshold = percent / 100; }); });

  const auto makeSwitch = [this](const QString& objectName, const QString& icon, const QString& name,
                                 const QString& tip, bool PanelState::*on) {
    QToolButton* button = makeButton(objectName, icon, name, tip);
    button->setCheckable(true);
    connect(button, &QToolButton::clicked, this,
            [this, on](bool now) { request([=](PanelState& s) { s.*on = now; }); });
    return button;
  };
  m_wholeLayer = makeSwitch(QStringLiteral("wholeLayerButton"), QStringLiteral("layer"), tr("All heads of the layer"),
                            tr("All heads of the layer, each in its own colour"), &PanelState::wholeLayer);

  m_direction = makeButton(QStringLiteral("directionButton"), QStringLiteral("receives"),
                           directionName(Direction::Receives), tr("Show what attends to the token"));
  m_direction->setCheckable(true);
  connect(m_direction, &QToolButton::clicked, this, [this](bool receives) {
    request([receives](PanelState& s) { s.direction = receives ? Direction::Receives : Direction::Gives; });
  });

  m_flow = makeChoice<FlowWeights>(
      QStringLiteral("flowButton"), tr("Layer shown as"), {FlowWeights::Mean, FlowWeights::Head, FlowWeights::Rollout},
      flowName, [this](FlowWeights weights) { request([weights](PanelState& s) { s.flow = weights; }); });
  m_experts = makeChoice<ExpertsPicture>(
      QStringLiteral("expertsButton"), tr("Experts shown as"),
      {ExpertsPicture::Grid, ExpertsPicture::Load, ExpertsPicture::Text}, expertsName,
      [this](ExpertsPicture picture) { request([picture](PanelState& s) { s.experts = picture; }); });
  m_scale = makeChoice<ScaleKind>(QStringLiteral("scaleButton"), tr("Colour scale"),
                                  {ScaleKind::Linear, ScaleKind::Sqrt, ScaleKind::Log}, scaleName,
                                  [this](ScaleKind kind) { request([kind](PanelState& s) { s.scale = kind; }); });

  m_sinks = makeSwitch(QStringLiteral("sinkButton"), QStringLiteral("sink"), tr("Separate sink"),
                       tr("Show attention on first or special tokens as its own bar"), &PanelState::sinksApart);

  auto* lens = new LensButton;
  connect(lens, &LensButton::lensChosen, this,
          [this](const PanelLens& chosen) { request([&chosen](PanelState& s) { s.lenses.push_back(chosen); }); });
  m_lens = lens;

  m_pin = makeButton(QStringLiteral("pinButton"), QStringLiteral("pin"), tr("Pin head"),
                     tr("Keep this head when you select another"));
  m_pin->setCheckable(true);
  connect(m_pin, &QToolButton::clicked, this, &PanelHeader::pinRequested);

  m_link = makeSwitch(QStringLiteral("linkButton"), QStringLiteral("link"), tr("Linked"),
                      tr("Share cursor, pinned token and zoom with the other panels"), &PanelState::linked);

  m_export = makeButton(QStringLiteral("exportButton"), QStringLiteral("export"), tr("Export figure"),
                        tr("Export this picture as a figure file"));
  connect(m_export, &QToolButton::clicked, this, &PanelHeader::exportRequested);
}

template <class Change>
void PanelHeader::request(Change change) {
  PanelState wanted = m_state;
  change(wanted);
  emit stateRequested(wanted);
}

void PanelHeader::showState(const PanelState& state, const QString& title, const QString& shortTitle, bool heads,
                            const std::vector<AttentionType>& attentions) {
  m_state = state;
  m_attentions = !attentions.empty();
  showChoice(m_attention, static_cast<int>(state.attention));
  for (QAction* action : m_attention->menu()->actions()) {
    const auto type = static_cast<AttentionType>(action->data().toInt());
    action->setVisible(std::find(attentions.begin(), attentions.end(), type) != attentions.end());
    action->setEnabled(panelKind(state.kind).has.cross || type != AttentionType::Cross);
  }
  m_attention->setText(attentionTerm(state.attention));
  m_attention->setAccessibleName(attentionName(state.attention));
  m_name = title;
  m_shortName = shortTitle;
  const PanelKindRow& kind = panelKind(state.kind);
  m_kind->setIcon(themedIcon(QString::fromLatin1(kind.icon)));
  m_kind->setText(panelKindLabel(state.kind));
  m_kind->setAccessibleName(tr("View: %1").arg(panelKindLabel(state.kind)));
  {
    const QSignalBlocker block(m_threshold);
    m_threshold->setValue(state.threshold * 100);
  }
  m_wholeLayer->setChecked(state.wholeLayer);
  m_wholeLayer->setEnabled(heads);
  m_direction->setChecked(state.direction == Direction::Receives);
  m_sinks->setChecked(state.sinksApart);
  m_pin->setChecked(state.pinned.has_value());
  m_link->setChecked(state.linked);
  showChoice(m_flow, static_cast<int>(state.flow));
  m_flow->setText(flowName(state.flow));
  m_flow->setAccessibleName(tr("Layer shown as: %1").arg(flowName(state.flow)));
  showChoice(m_experts, static_cast<int>(state.experts));
  m_experts->setText(expertsName(state.experts));
  m_experts->setAccessibleName(tr("Experts shown as: %1").arg(expertsName(state.experts)));
  showChoice(m_scale, static_cast<int>(state.scale));
  static const char* const signs[] = {"1×", "√", "log"};
  m_scale->setText(QString::fromUtf8(signs[static_cast<int>(state.scale)]));
  m_scale->setAccessibleName(tr("Colour scale: %1").arg(scaleName(state.scale)));
  const PanelState usual;
  mark(m_threshold, state.threshold != usual.threshold);
  mark(m_wholeLayer, state.wholeLayer != usual.wholeLayer);
  mark(m_direction, state.direction != usual.direction);
  mark(m_flow, state.flow != usual.flow);
  mark(m_experts, state.experts != usual.experts);
  mark(m_scale, state.scale != usual.scale || state.range != usual.range);
  mark(m_sinks, state.sinksApart != usual.sinksApart);
  mark(m_link, state.linked != usual.linked);
  fit();
}

void PanelHeader::setClosable(bool closable) {
  m_closable = closable;
  fit();
}

void PanelHeader::fit() {
  const PanelSettings& has = panelKind(m_state.kind).has;
  const std::vector<std::pair<QWidget*, bool>> wanted = {{m_part, has.zoom && !m_state.zoom.isNull()},
                                                         {m_attention, m_attentions},
                                                         {m_threshold, has.threshold},
                                                         {m_wholeLayer, has.wholeLayer},
                                                         {m_direction, has.direction},
                                                         {m_flow, has.flow},
                                                         {m_experts, has.experts},
                                                         {m_lens, !has.experts},
                                                         {m_scale, has.scale},
                                                         {m_sinks, has.sinks},
                                                         {m_close, m_closable}};
  std::vector<QWidget*> shown;
  for (QWidget* widget : m_row) {
    const auto it = std::find_if(wanted.begin(), wanted.end(), [=](const auto& w) { return w.first == widget; });
    if (it == wanted.end() || it->second) shown.push_back(widget);
  }
  m_kind->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  const QMargins margins = layout()->contentsMargins();
  const auto needed = [&] {
    int sum = margins.left() + margins.right() + std::min(kLeastTitle, fontMetrics().horizontalAdvance(m_name) + 16);
    for (const QWidget* widget : shown) sum += widget->sizeHint().width() + kSpacing;
    return sum;
  };
  auto next = m_lesser.begin();
  // The kind's word goes after export, link and pin, its icon never.
  for (int step = 0; needed() > width() && next != m_lesser.end(); ++step) {
    if (step == 3)
      m_kind->setToolButtonStyle(Qt::ToolButtonIconOnly);
    else
      shown.erase(std::remove(shown.begin(), shown.end(), *next++), shown.end());
  }
  for (QWidget* widget : m_row) widget->setVisible(std::find(shown.begin(), shown.end(), widget) != shown.end());
  int room = width() - margins.left() - margins.right() - 8;
  for (const QWidget* widget : shown) room -= widget->sizeHint().width() + kSpacing;
  const QFontMetrics metrics = m_title->fontMetrics();
  const QString& fitting = metrics.horizontalAdvance(m_name) <= room ? m_name : m_shortName;
  m_title->setText(metrics.elidedText(fitting, Qt::ElideRight, std::max(room, 24)));
  m_title->setToolTip(m_title->text() == m_name ? QString() : m_name);
  m_title->setAccessibleName(m_name);
}

QSize PanelHeader::minimumSizeHint() const {
  const int buttons = m_kind->sizeHint().height() + m_more->sizeHint().width() + m_close->sizeHint().width();
  return {buttons + kLeastTitle / 3, m_threshold->sizeHint().height() + 8};
}

void PanelHeader::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fit();
}

void PanelHeader::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) m_pressed = event->position().toPoint();
  QWidget::mousePressEvent(event);
}

void PanelHeader::mouseMoveEvent(QMouseEvent* event) {
  if (!m_pressed) return;
  const QPoint moved = event->position().toPoint() - *m_pressed;
  if (!m_dragging && moved.manhattanLength() >= QApplication::startDragDistance()) {
    m_dragging = true;
    setCursor(Qt::ClosedHandCursor);
    setFocus(Qt::MouseFocusReason);  // So that Escape comes here.
  }
  if (m_dragging) emit dragMoved(event->globalPosition().toPoint());
}

void PanelHeader::mouseReleaseEvent(QMouseEvent* event) {
  m_pressed.reset();
  unsetCursor();
  if (std::exchange(m_dragging, false)) emit dragEnded(event->globalPosition().toPoint());
}

void PanelHeader::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) emit maximiseRequested();
}

void PanelHeader::keyPressEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_Escape || !m_dragging) return QWidget::keyPressEvent(event);
  m_dragging = false;
  m_pressed.reset();
  unsetCursor();
  emit dragStopped();
}

void PanelHeader::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  // The buttons are dressed anew after the header is.
  if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
    QMetaObject::invokeMethod(this, &PanelHeader::fit, Qt::QueuedConnection);
}

}  // namespace headlight
