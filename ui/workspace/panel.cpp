#include "ui/workspace/panel.h"

#include <QActionGroup>
#include <QButtonGroup>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/theme.h"
#include "ui/views/heatmap_view.h"
#include "ui/views/links_view.h"
#include "ui/workspace/lens_bar.h"
#include "ui/workspace/workspace_figure.h"

namespace headlight {
namespace {

QString scaleName(ScaleKind kind) {
  switch (kind) {
    case ScaleKind::Linear:
      return Panel::tr("Linear");
    case ScaleKind::Sqrt:
      return Panel::tr("Square root");
    case ScaleKind::Log:
      return Panel::tr("Logarithmic");
  }
  return {};
}

QToolButton* makeButton(const QString& objectName, const QString& icon, const QString& name, const QString& tip) {
  auto* button = new QToolButton;
  button->setObjectName(objectName);
  button->setIcon(themedIcon(icon));
  button->setAccessibleName(name);
  button->setToolTip(tip);
  button->setAutoRaise(true);
  return button;
}

}  // namespace

Panel::Panel(Selection* selection, QWidget* parent) : QFrame(parent), m_selection(selection), m_linked(selection) {
  setObjectName(QStringLiteral("card"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(1, 1, 1, 1);
  column->setSpacing(0);
  buildHeader();
  m_lenses = new LensBar;
  connect(m_lenses, &LensBar::removeRequested, this,
          [this](int index) { request([index](PanelState& s) { s.lenses.erase(s.lenses.begin() + index); }); });
  auto* lenses = new QVBoxLayout;
  lenses->setContentsMargins(12, 0, 8, 0);
  lenses->addWidget(m_lenses);
  column->addLayout(lenses);
  m_stack = new QStackedLayout;
  m_stack->setContentsMargins(8, 0, 8, 8);
  column->addLayout(m_stack, 1);
  connect(selection, &Selection::headChanged, this, [this] {
    if (!m_state.pinned) showState();
  });
  showState();
}

void Panel::buildHeader() {
  auto* row = new QHBoxLayout;
  row->setContentsMargins(12, 4, 4, 4);
  row->setSpacing(1);
  static_cast<QVBoxLayout*>(layout())->addLayout(row);

  m_title = new QLabel;
  m_title->setObjectName(QStringLiteral("cardTitle"));
  row->addWidget(m_title);
  row->addStretch(1);

  m_kinds = new QButtonGroup(this);
  const auto addKind = [&](PanelKind kind, const QString& icon, const QString& name) {
    QToolButton* button = makeButton(icon + QStringLiteral("Button"), icon, name, name);
    button->setCheckable(true);
    m_kinds->addButton(button, static_cast<int>(kind));
    row->addWidget(button);
  };
  addKind(PanelKind::Heatmap, QStringLiteral("heatmap"), tr("Heatmap"));
  addKind(PanelKind::Links, QStringLiteral("links"), tr("Links"));
  connect(m_kinds, &QButtonGroup::idClicked, this,
          [this](int id) { request([id](PanelState& s) { s.kind = static_cast<PanelKind>(id); }); });
  row->addSpacing(8);

  m_threshold = new QDoubleSpinBox;
  m_threshold->setObjectName(QStringLiteral("threshold"));
  m_threshold->setAccessibleName(tr("Smallest weight drawn, in percent"));
  m_threshold->setToolTip(tr("Links below this weight are not drawn"));
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
  row->addWidget(m_threshold);

  m_wholeLayer = makeButton(QStringLiteral("wholeLayerButton"), QStringLiteral("layer"), tr("All heads of the layer"),
                            tr("All heads of the layer, each in its own colour"));
  m_wholeLayer->setCheckable(true);
  connect(m_wholeLayer, &QToolButton::clicked, this,
          [this](bool on) { request([on](PanelState& s) { s.wholeLayer = on; }); });
  row->addWidget(m_wholeLayer);

  auto* lensButton = new LensButton;
  connect(lensButton, &LensButton::lensChosen, this,
          [this](const PanelLens& lens) { request([&lens](PanelState& s) { s.lenses.push_back(lens); }); });
  row->addWidget(lensButton);

  m_scale = new QToolButton;
  m_scale->setObjectName(QStringLiteral("scaleButton"));
  m_scale->setPopupMode(QToolButton::InstantPopup);
  m_scale->setToolTip(tr("How colours grow with the weight"));
  auto* menu = new QMenu(m_scale);
  auto* scales = new QActionGroup(menu);
  for (const ScaleKind kind : {ScaleKind::Linear, ScaleKind::Sqrt, ScaleKind::Log}) {
    QAction* action = menu->addAction(scaleName(kind));
    action->setCheckable(true);
    action->setData(static_cast<int>(kind));
    scales->addAction(action);
  }
  connect(scales, &QActionGroup::triggered, this, [this](QAction* action) {
    request([action](PanelState& s) { s.scale = static_cast<ScaleKind>(action->data().toInt()); });
  });
  m_scale->setMenu(menu);
  row->addWidget(m_scale);

  m_sinks = makeButton(QStringLiteral("sinkButton"), QStringLiteral("sink"), tr("Sink apart"),
                       tr("Show the mass on the first or the special tokens as a bar of its own"));
  m_sinks->setCheckable(true);
  connect(m_sinks, &QToolButton::clicked, this,
          [this](bool on) { request([on](PanelState& s) { s.sinksApart = on; }); });
  row->addWidget(m_sinks);

  m_pin = makeButton(QStringLiteral("pinButton"), QStringLiteral("pin"), tr("Keep this head"),
                     tr("Keep this head when another one is chosen in the atlas"));
  m_pin->setCheckable(true);
  connect(m_pin, &QToolButton::clicked, this, [this](bool on) {
    request([this, on](PanelState& s) { s.pinned = on ? std::optional(m_selection->head()) : std::nullopt; });
  });
  row->addWidget(m_pin);

  QToolButton* exportButton = makeButton(QStringLiteral("exportButton"), QStringLiteral("export"), tr("Export figure"),
                                         tr("Export this picture as PNG, SVG or PDF"));
  connect(exportButton, &QToolButton::clicked, this, &Panel::exportRequested);
  row->addWidget(exportButton);

  m_close =
      makeButton(QStringLiteral("closeButton"), QStringLiteral("close"), tr("Close panel"), tr("Close this panel"));
  connect(m_close, &QToolButton::clicked, this, &Panel::closeRequested);
  row->addWidget(m_close);
}

template <class Change>
void Panel::request(Change change) {
  PanelState wanted = m_state;
  change(wanted);
  emit activated();
  if (!(wanted == m_state)) emit stateRequested(wanted);
}

HeadId Panel::head() const { return m_state.pinned.value_or(m_selection->head()); }

void Panel::setState(const PanelState& state) {
  const bool otherLenses = state.lenses != m_state.lenses;
  m_state = state;
  if (otherLenses)
    look();
  else
    showState();
}

void Panel::setResult(std::shared_ptr<const RunResult> result) {
  m_result = std::move(result);
  look();
}

void Panel::look() {
  m_lenses->setLenses(m_state.lenses);
  if (m_result) {
    m_seen = lookThrough(m_result->maps, m_result->context, m_state.lenses);
    m_linked.setLink(m_seen.tokens);
    for (AttentionView* view : {static_cast<AttentionView*>(m_heatmap), static_cast<AttentionView*>(m_links)})
      if (view) view->setMaps(m_seen.maps, m_seen.context);
  }
  showState();
}

void Panel::setBaseStyle(const FigureStyle& style) {
  m_baseStyle = style;
  showState();
}

void Panel::setClosable(bool closable) { m_close->setVisible(closable); }

FigureStyle Panel::figureStyle() const {
  FigureStyle style = m_baseStyle;
  style.scale = m_state.scale;
  style.sinksApart = m_state.sinksApart;
  style.title = false;  // The header names the head, the text bar shows the text.
  style.caption = false;
  return style;
}

AttentionView* Panel::viewFor(PanelKind kind) {
  const auto adopt = [this](AttentionView* view) {
    view->setFollowsSelection(false);  // The panel decides, for it knows whether it is pinned.
    view->installEventFilter(this);
    if (m_seen.maps) view->setMaps(m_seen.maps, m_seen.context);
    m_stack->addWidget(view);
  };
  if (kind == PanelKind::Links) {
    if (!m_links) adopt(m_links = new LinksView(&m_linked));
    return m_links;
  }
  if (!m_heatmap) adopt(m_heatmap = new HeatmapView(&m_linked));
  return m_heatmap;
}

AttentionView* Panel::view() const {
  return m_state.kind == PanelKind::Links ? static_cast<AttentionView*>(m_links) : m_heatmap;
}

void Panel::showState() {
  showTitle();
  m_kinds->button(static_cast<int>(m_state.kind))->setChecked(true);
  const bool links = m_state.kind == PanelKind::Links;
  m_threshold->setVisible(links);
  m_wholeLayer->setVisible(links);
  m_scale->setVisible(!links);
  {
    const QSignalBlocker block(m_threshold);
    m_threshold->setValue(m_state.threshold * 100);
  }
  m_wholeLayer->setChecked(m_state.wholeLayer);
  m_wholeLayer->setEnabled(!m_seen.headsCombined);
  m_sinks->setChecked(m_state.sinksApart);
  m_pin->setChecked(m_state.pinned.has_value());
  for (QAction* action : m_scale->menu()->actions()) {
    const auto kind = static_cast<ScaleKind>(action->data().toInt());
    action->setChecked(kind == m_state.scale);
  }
  static const char* const signs[] = {"1×", "√", "log"};
  m_scale->setText(QString::fromUtf8(signs[static_cast<int>(m_state.scale)]));
  m_scale->setAccessibleName(tr("Colour scale: %1").arg(scaleName(m_state.scale)));

  AttentionView* view = viewFor(m_state.kind);
  view->setStyle(figureStyle());
  view->setHead(head());
  if (m_links && links) {
    m_links->setThreshold(m_state.threshold);
    std::vector<HeadId> heads;
    if (m_state.wholeLayer && m_seen.maps && !m_seen.headsCombined)
      for (int h = 0; h < m_seen.maps->heads(); ++h) heads.push_back({head().layer, h});
    m_links->setHeads(std::move(heads));
  }
  m_stack->setCurrentWidget(view);
}

void Panel::showTitle() {
  const HeadId shown = head();
  const bool all = m_state.kind == PanelKind::Links && m_state.wholeLayer;
  if (m_seen.headsCombined)
    m_title->setText(tr("Layer %1 · %2").arg(QString::number(shown.layer), m_seen.context.heads));
  else
    m_title->setText(all ? tr("Layer %1 · all heads").arg(shown.layer)
                         : tr("Layer %1 · Head %2").arg(shown.layer).arg(shown.head));
  setAccessibleName(m_title->text());
}

std::unique_ptr<AttentionFigure> Panel::figure() const { return copyOf(view()->figure()); }

bool Panel::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusIn || event->type() == QEvent::MouseButtonPress) emit activated();
  return QFrame::eventFilter(watched, event);
}

}  // namespace headlight
