#include "ui/panels/panel.h"

#include <QContextMenuEvent>
#include <QFocusEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "core/intervention/token_set.h"
#include "ui/figures/head_words.h"
#include "ui/figures/heatmap/heatmap_figure.h"
#include "ui/panels/cell_changes.h"
#include "ui/panels/lens_bar.h"
#include "ui/panels/panel_header.h"
#include "ui/panels/panel_pictures.h"
#include "ui/state/panel_kind.h"
#include "ui/state/words/method_words.h"
#include "ui/views/atlas_view.h"
#include "ui/views/coloured_text_view.h"
#include "ui/views/experts_view.h"
#include "ui/views/heatmap_view.h"
#include "ui/views/image_overlay_view.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/text_field.h"
#include "ui/widgets/theme.h"

namespace headlight {

/// Takes the colour out of what lies below, and lets the pointer through.
class Panel::Veil final : public QWidget {
 public:
  explicit Veil(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("veil"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QColor colour = windowColours(currentTheme()).desk;
    colour.setAlphaF(0.55F);
    QPainter(this).fillRect(rect(), colour);
  }
};

Panel::Panel(Selection* selection, QWidget* parent) : QFrame(parent), m_selection(selection), m_linked(selection) {
  setObjectName(QStringLiteral("card"));
  auto* column = makeBox<QVBoxLayout>(this, {1, 1, 1, 1}, 0);
  m_menu = new PanelMenu(this);
  m_header = new PanelHeader(m_menu);
  column->addWidget(m_header);
  connectHeader();
  m_chips = new LensBar;
  connect(m_chips, &LensBar::removeRequested, this, &Panel::removeChip);
  auto* chips = new QVBoxLayout;
  chips->setContentsMargins(readingMargins(12, 0, 8, 0));
  chips->addWidget(m_chips);
  column->addLayout(chips);
  m_note = named("panelNote", new TextField);
  m_note->setAccessibleName(tr("Note of this panel"));
  m_note->setPlaceholderText(tr("Note"));
  m_note->setToolTip(tr("Kept with the session; in no figure"));
  m_note->installEventFilter(this);
  connect(m_note, &TextField::textChanged, this,
          [this] { request([this](PanelState& s) { s.note = m_note->toPlainText().toStdString(); }); });
  chips->addWidget(m_note);
  m_stack = new QStackedLayout;
  m_stack->setContentsMargins(8, 0, 8, 8);
  column->addLayout(m_stack, 1);
  m_veil = new Veil(this);
  connect(selection, &Selection::headChanged, this, [this] {
    if (!m_state.pinned) showState();
  });
  connect(&m_linked, &Selection::tokenChanged, this, [this] {
    if (panelKind(m_state.kind).has.token) showState();
  });
  connect(&m_linked, &Selection::cellChanged, this, &Panel::cellTextChanged);
  showState();
}

void Panel::connectHeader() {
  connect(m_header, &PanelHeader::stateRequested, this, &Panel::ask);
  connect(m_header, &PanelHeader::pinRequested, this, [this](bool pinned) {
    request([&](PanelState& s) { s.pinned = pinned ? std::optional(head()) : std::nullopt; });
  });
  connect(m_header, &PanelHeader::exportRequested, this, &Panel::exportRequested);
  connect(m_header, &PanelHeader::wholeRequested, this, [this] { emit zoomRequested({}, true); });
  connect(m_header, &PanelHeader::closeRequested, this, &Panel::closeRequested);
  connect(m_header, &PanelHeader::maximiseRequested, this, &Panel::maximiseRequested);
  connect(m_menu, &QMenu::aboutToShow, this, [this] {
    PanelFacts facts{m_sources, head(), m_selection->head(), !m_seen.headsCombined, m_closable, m_maximised, {},
                     {},        {}};
    facts.changes = possibleChanges();
    if (const RunResult* result = m_results[m_state.source].get()) facts.attentions = attentionsOf(*result);
    if (const auto& first = m_results[RunId{}]) facts.tokens = first->maps->queryTokens();
    m_menu->fill(m_state, facts);
  });
  connect(m_menu, &PanelMenu::stateRequested, this, &Panel::ask);
  connect(m_menu, &PanelMenu::changeRequested, this, &Panel::changeRequested);
  connect(m_menu, &PanelMenu::exportRequested, this, &Panel::exportRequested);
  connect(m_menu, &PanelMenu::closeRequested, this, &Panel::closeRequested);
  connect(m_menu, &PanelMenu::maximiseRequested, this, &Panel::maximiseRequested);
  connect(m_menu, &PanelMenu::moveRequested, this, &Panel::moveRequested);
  connect(m_menu, &PanelMenu::lookRequested, this, &Panel::lookRequested);
  connect(m_menu, &PanelMenu::noteRequested, this, &Panel::editNote);
}

std::vector<Intervention> Panel::possibleChanges() const {
  // Heads and tokens are named by their numbers in the first reading.
  if (unchanged(m_state.source) != RunId{} || m_state.attention != AttentionType::Self || !m_seen.maps ||
      m_seen.headsCombined)
    return {};
  if (panelKind(m_state.kind).has.experts) {
    if (!m_state.expert) return {};
    return {SwitchExperts{oneHead(*m_state.expert), SwitchExperts::To::Off, {}},
            SwitchExperts{oneHead(*m_state.expert), SwitchExperts::To::Force, {}}};
  }
  const auto* heatmap = qobject_cast<const HeatmapView*>(view());
  const std::optional<CellRange> cells = heatmap ? heatmap->chosenCells() : std::nullopt;
  std::vector<Intervention> changes = changesAt(head(), cells, m_seen, m_state.lenses);
  // Of an image also what is read: the keys that are marked, or the patch that the pointer is on.
  std::optional<Index> patch;
  if (const auto* image = qobject_cast<const ImageOverlayView*>(view())) patch = image->pointed();
  const std::vector<Intervention> covers = cells   ? coversAt(cells->firstKey, cells->lastKey, m_seen)
                                           : patch ? coversAt(*patch, *patch, m_seen)
                                                   : std::vector<Intervention>();
  changes.insert(changes.begin(), covers.begin(), covers.end());
  return changes;
}

template <class Change>
void Panel::request(Change change) {
  PanelState wanted = m_state;
  change(wanted);
  ask(wanted);
}

void Panel::ask(const PanelState& wanted) {
  emit activated();
  if (!(wanted == m_state)) emit stateRequested(wanted);
}

HeadId Panel::head() const { return shownHead(m_state, m_selection->head(), m_seen.maps.get()); }

void Panel::setState(const PanelState& state) {
  const bool sameSight = state.source == m_state.source && state.heads == m_state.heads && state.use == m_state.use &&
                         state.minus == m_state.minus && state.lenses == m_state.lenses &&
                         state.method == m_state.method && state.attention == m_state.attention;
  m_state = state;
  linkSelection();
  if (sameSight)
    showState();
  else
    look();
}

void Panel::linkSelection() {
  // Tokens of a source have other numbers than those that the panels share.
  const RunResult* result = m_results[m_state.source].get();
  const bool otherStage = result && stageOf(m_state.attention) &&
                          &mapsOf(m_state.attention, *result)->queryTokens() != &result->maps->queryTokens();
  const bool sourceRows = m_state.attention == AttentionType::Encoder || m_state.attention == AttentionType::Vision ||
                          otherStage || (m_seen.context.cross && m_seen.context.transposed);
  m_linked.setLinked(m_state.linked && !sourceRows);
}

void Panel::setResults(const RunResults& results) {
  // Whatever it shows, tokens are linked by those of the first reading.
  bool other = results[RunId{}] != m_results[RunId{}];
  for (const RunId run : runsOf(m_state)) other = other || results[run] != m_results[run];
  m_results = results;
  if (other) look();
}

void Panel::look() {
  showChips();
  LensResult seen = resolvePanel(m_state, m_results);
  const bool waits = !seen.maps;
  if (!waits) {
    m_seen = std::move(seen);
    m_linked.setLink(m_seen.tokens);
    linkSelection();
    for (const auto& [kind, view] : m_views) view->setMaps(m_seen.maps, m_seen.context);
  }
  // What was seen before stays until there is something to see.
  m_veil->setVisible(m_stale || (waits && m_seen.maps));
  showState();
}

void Panel::setStale(bool stale) {
  m_stale = stale;
  m_veil->setVisible(m_stale || (lacksReading(m_state, m_results) && m_seen.maps));
}

void Panel::showChips() {
  std::vector<LensBar::Chip> chips;
  if (m_state.method != Method::Raw) chips.push_back({methodName(m_state.method), methodExplanation(m_state.method)});
  if (m_state.minus)
    chips.push_back({QStringLiteral("− ") + minusName(m_state, m_results),
                     tr("Subtracted: the panel shows the difference of the weights.")});
  if (!m_state.heads.empty()) {
    static const char* const names[] = {QT_TR_NOOP("%1 heads"), QT_TR_NOOP("mean of %1 heads"),
                                        QT_TR_NOOP("maximum of %1 heads")};
    QStringList heads;
    for (const HeadId each : m_state.heads) heads << headNumbers(each);
    chips.push_back({tr(names[static_cast<int>(m_state.use)]).arg(m_state.heads.size()),
                     tr("Layer.head: %1").arg(heads.join(QStringLiteral(", ")))});
  }
  for (const PanelLens& lens : m_state.lenses) chips.push_back({lensName(lens), lensExplanation(lens)});
  m_chips->setChips(chips);
}

void Panel::editNote() {
  m_note->show();
  m_note->setFocus(Qt::OtherFocusReason);
}

void Panel::showNote() {
  const QSignalBlocker quiet(m_note);
  m_note->replaceText(QString::fromStdString(m_state.note));
  m_note->setVisible(!m_state.note.empty() || m_note->hasFocus());
}

void Panel::removeChip(int index) {
  request([index](PanelState& s) mutable {
    if (s.method != Method::Raw && index-- == 0) return static_cast<void>(s.method = Method::Raw);
    if (s.minus && index-- == 0) return s.minus.reset();
    if (!s.heads.empty() && index-- == 0) return s.heads.clear();
    s.lenses.erase(s.lenses.begin() + index);
  });
}

void Panel::setBaseStyle(const FigureStyle& style) {
  m_baseStyle = style;
  showState();
}

std::optional<ColourScale> Panel::commonScale() const {
  const auto picture = m_views.find(m_state.kind);
  if (picture == m_views.end() || m_baseStyle.legend == LegendPlace::None) return {};
  const auto* heatmap = dynamic_cast<const HeatmapFigure*>(&picture->second->figure());
  if (!heatmap || heatmap->isEmpty() || styledFor(m_state, m_baseStyle).range != ScaleRange::Common) return {};
  return heatmap->scale();
}

void Panel::setLegendElsewhere(bool elsewhere) {
  if (m_legendElsewhere == elsewhere) return;
  m_legendElsewhere = elsewhere;
  showState();
}

void Panel::setClosable(bool closable) {
  m_closable = closable;
  m_header->setClosable(closable);
}

AttentionView* Panel::currentView() {
  AttentionView*& view = m_views[m_state.kind];
  if (view) return view;
  view = panelPicture(m_state.kind).makeView(&m_linked);
  view->setFollowsSelection(false);  // The panel decides, for it knows whether it is pinned.
  view->installEventFilter(this);
  if (m_seen.maps) view->setMaps(m_seen.maps, m_seen.context);
  if (auto* heatmap = qobject_cast<HeatmapView*>(view)) {
    const auto zoom = [this](const QRectF& cells, bool byPerson) {
      const bool whole = m_seen.maps && cells == QRectF(0, 0, static_cast<double>(m_seen.maps->keys()),
                                                        static_cast<double>(m_seen.maps->queries()));
      emit zoomRequested(whole ? QRectF() : cells, byPerson);
    };
    connect(heatmap, &HeatmapView::visibleCellsChanged, this, [zoom](const QRectF& cells) { zoom(cells, true); });
    connect(heatmap, &HeatmapView::cellsRevealed, this, [zoom](const QRectF& cells) { zoom(cells, false); });
  }
  // The view has turned already; the state follows, so that the next look at it does not turn it back.
  if (auto* text = qobject_cast<ColouredTextView*>(view))
    connect(text, &ColouredTextView::directionChanged, this, [this] {
      request([](PanelState& s) {
        s.direction = s.direction == Direction::Gives ? Direction::Receives : Direction::Gives;
      });
    });
  if (auto* experts = qobject_cast<ExpertsView*>(view))
    connect(experts, &ExpertsView::expertChosen, this, [this](HeadId expert) {
      request([expert](PanelState& s) { s.expert = s.expert == expert ? std::nullopt : std::optional(expert); });
    });
  if (auto* atlas = qobject_cast<AtlasView*>(view))
    connect(atlas, &AtlasView::headActivatedBeside, this, &Panel::besideRequested);
  if (auto* overlay = qobject_cast<ImageOverlayView*>(view))
    connect(overlay, &ImageOverlayView::partChosen, this, [this](std::optional<Index> key) {
      const bool there = key && m_seen.maps && *key < m_seen.maps->keys();
      emit partChosen({there ? m_seen.maps->keyTokens()[static_cast<std::size_t>(*key)].place : std::nullopt});
    });
  m_stack->addWidget(view);
  return view;
}

void Panel::showState() {
  const RunResult* result = m_results[m_state.source].get();
  showNote();
  const HeadId shown = head().of(AttentionType::Self);
  m_header->showState(m_state, title(), QString(title()).replace(headHeading(shown), headName(shown)),
                      !m_seen.headsCombined, result ? attentionsOf(*result) : std::vector<AttentionType>());
  setAccessibleName(title());
  AttentionView* view = currentView();
  FigureStyle style = m_baseStyle;
  style.title = false;  // The header names the head, the text bar shows the text.
  style.caption = false;
  if (m_legendElsewhere) style.legend = LegendPlace::None;
  view->edit([&](AttentionFigure& figure) {
    showPanel(figure, m_state, m_seen, m_selection->head(), m_linked.token(), style);
  });
  m_stack->setCurrentWidget(view);
  emit cellTextChanged();
}

QString Panel::title() const {
  const HeadId shown = head();
  QString title = headHeading(shown.of(AttentionType::Self));  // Its attention follows.
  if (!m_state.heads.empty())
    title = m_state.use == HeadCombination::Mean  ? tr("Mean of %1 heads").arg(m_state.heads.size())
            : m_state.use == HeadCombination::Max ? tr("Maximum of %1 heads").arg(m_state.heads.size())
                                                  : tr("%1 heads").arg(m_state.heads.size());
  else if (panelKind(m_state.kind).has.allHeads)
    title = tr("All heads");
  else if (panelKind(m_state.kind).has.experts)
    title = m_state.expert                            ? tr("Expert %1").arg(headNumbers(*m_state.expert))
            : m_state.experts == ExpertsPicture::Text ? tr("Experts of layer %1").arg(shown.layer)
                                                      : tr("Experts");
  else if (panelKind(m_state.kind).has.flow && m_state.flow != FlowWeights::Head)
    title = tr("All layers");
  else if (m_seen.headsCombined)
    title = tr("Layer %1 · %2").arg(QString::number(shown.layer), m_seen.context.heads);
  else if (m_state.wholeLayer && panelKind(m_state.kind).has.wholeLayer)
    title = tr("Layer %1 · all heads").arg(shown.layer);
  // What both sides of a difference have in common; what tells them apart follows.
  RunId source = m_state.source;
  if (m_state.minus) {
    const RunId other = m_state.minus->source;
    source = {source.model == other.model ? source.model : 0, source.text == other.text ? source.text : 0,
              source.changed && other.changed};
  }
  if (const QString name = sourceName(source, m_results); !name.isEmpty()) title += QStringLiteral(" · ") + name;
  if (const RunResult* result = m_results[m_state.source].get(); result && !result->beside.empty())
    title += QStringLiteral(" · ") + attentionTerm(m_state.attention);
  if (!m_state.minus) return title;
  const QString minus = QStringLiteral(" − ") + minusName(m_state, m_results);
  const QString& side = m_seen.context.nameA;
  return side.isEmpty() ? title + minus : title + QStringLiteral(" · ") + side + minus;
}

QString Panel::cellText() const {
  const std::optional<Cell> cell = m_linked.cell();
  if (!cell) return {};
  const QString sentence = cellSentence(m_seen, head(), cell->query, cell->key);
  return sentence.isEmpty() ? sentence : title() + QStringLiteral(":  ") + sentence;
}

std::unique_ptr<AttentionFigure> Panel::figure() const {
  std::unique_ptr<AttentionFigure> figure = view()->figure().clone();
  figure->setPatient(false);
  if (m_legendElsewhere) {
    FigureStyle style = figure->style();
    style.legend = m_baseStyle.legend;
    figure->setStyle(style);
  }
  return figure;
}

bool Panel::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusIn || event->type() == QEvent::MouseButtonPress) emit activated();
  // Of another window it comes back.
  if (watched == m_note && event->type() == QEvent::FocusOut &&
      static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason)
    m_note->setVisible(!m_state.note.empty());
  return QFrame::eventFilter(watched, event);
}

void Panel::contextMenuEvent(QContextMenuEvent* event) {
  emit activated();
  m_menu->popup(event->globalPos());
}

void Panel::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  placeVeil();
}

void Panel::placeVeil() {
  m_veil->setGeometry(rect().adjusted(1, m_header->sizeHint().height(), -1, -1));
  m_veil->raise();
}

}  // namespace headlight
