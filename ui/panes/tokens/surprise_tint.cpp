#include "ui/panes/tokens/surprise_tint.h"

#include <QEvent>
#include <QPainter>
#include <cmath>

#include "core/analysis/logit_lens.h"
#include "ui/figures/painting.h"
#include "ui/panes/token_strip.h"
#include "ui/state/settings.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/theme.h"

namespace headlight {

SurpriseTint::SurpriseTint(Workspace* workspace, TokenStrip* strip, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_strip(strip) {
  setObjectName(QStringLiteral("surpriseLegend"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  m_on = loadSettings().showsSurprise;
  if (!m_on) hide();
  makeSwitch(this, {"surpriseAction", tr("C&olour by surprisal"), {}, tr("How unexpected each token is to the model")},
             m_on, [this](bool on) {
               changeSettings([on](Settings& settings) { settings.showsSurprise = on; });
               setOn(on);
             });
  for (const auto changed : {&Workspace::resultChanged, &Workspace::resultsChanged, &Workspace::changesChanged})
    connect(workspace, changed, this, [this] {
      if (m_workspace->shownResults()[RunId{}] != m_shown) compute();
    });
}

SurpriseTint::~SurpriseTint() = default;

void SurpriseTint::setOn(bool on) {
  if (on == m_on) return;
  m_on = on;
  setVisible(on && !m_paused);
  if (on) return compute();
  m_job.cancel();
  m_surprise.clear();
  if (!m_paused) m_strip->setTints({}, {});
}

void SurpriseTint::setPaused(bool paused) {
  m_paused = paused;
  setVisible(m_on && !paused);
  if (m_on && !paused && !m_surprise.empty()) tint();
}

QSize SurpriseTint::sizeHint() const {
  const FigureStyle style = screenStyle();
  return {320, static_cast<int>(lyingColourBarHeight(style, FontTextMetrics(style)))};
}

void SurpriseTint::compute() {
  const std::shared_ptr<const RunResult> result = m_workspace->shownResults()[RunId{}];
  m_shown = m_on ? result : nullptr;
  if (!m_on || !result || !result->trace) return;
  m_surprise.clear();
  const ModelInfo& info = result->request.model->info;
  m_scale.max = std::log(static_cast<double>(std::max<Index>(2, info.vocabulary)));
  m_says = info.head == OutputHeadKind::MaskedLm
               ? tr("Surprisal of each token, −ln p given all other tokens. Right end: a uniform guess.")
               : tr("Surprisal of each token, −ln p given the previous ones. Right end: a uniform guess.");
  setAccessibleName(m_says);
  update();
  m_job.start(
      [result](const Progress& progress) { return tokenSurprisal(*result->request.model, *result->trace, progress); },
      [this](std::vector<std::optional<double>> surprise) {
        m_surprise = std::move(surprise);
        tint();
      },
      [this](const QString& message) {
        m_says = message;
        setAccessibleName(message);
        update();
      });
}

void SurpriseTint::tint() {
  if (m_paused) return;
  const ColourMap map = screenStyle().map();
  std::vector<std::optional<QColor>> colours;
  std::vector<QString> words;
  for (const std::optional<double>& nats : m_surprise) {
    colours.push_back(nats ? std::optional(map.colour(m_scale.position(*nats))) : std::nullopt);
    words.push_back(nats ? tr("surprisal %1 nats, p %2").arg(numberText(*nats, 2), percentText(std::exp(-*nats), 2))
                         : QString());
  }
  m_strip->setTints(std::move(colours), std::move(words));
}

void SurpriseTint::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const FigureStyle style = screenStyle();
  const FontTextMetrics metrics(style);
  const double small = style.smallSize();
  double left = 0;
  const ColourBarLayout bar = layoutLyingColourBar({0, -10}, std::min(320.0, width() * 0.5), m_scale, style, metrics);
  paintColourBar(painter, bar, style);
  left = bar.bar.right() + 32;
  const QString words = metrics.elided(m_says, width() - left, small);
  paintText(painter, placeText(words, {left, bar.bar.center().y() + metrics.ascent(small) * 0.36}, small, metrics),
            style, small, style.inks().muted);
}

void SurpriseTint::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && m_on && !m_surprise.empty()) tint();
}

}  // namespace headlight
