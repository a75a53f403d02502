#include "ui/charts/experts/experts_window.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QPushButton>
#include <QSignalBlocker>

#include "ui/charts/chart_export.h"
#include "ui/reading/workspace.h"
#include "ui/views/figure_canvas.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/theme.h"
#include "ui/words.h"

namespace headlight {

ExpertsWindow::ExpertsWindow(Workspace* workspace, QWidget* beside)
    : ChartWindow(QStringLiteral("experts"), tr("Experts"), workspace, beside) {
  m_picture = named("expertsPicture", new QComboBox);
  m_picture->addItem(tr("layers and tokens"), static_cast<int>(ExpertsPicture::Grid));
  m_picture->addItem(tr("load"), static_cast<int>(ExpertsPicture::Load));
  m_picture->addItem(tr("text"), static_cast<int>(ExpertsPicture::Text));
  addLabelled(tr("S&hown"), m_picture, choices());
  m_layer = named("expertsLayer", new QComboBox);
  addLabelled(tr("&Layer"), m_layer, choices());
  m_expert = named("expertsExpert", new QComboBox);
  addLabelled(tr("E&xpert"), m_expert, choices());
  m_off = addButton("Off", tr("Switch &off"));
  m_off->setToolTip(tr("Adds a change: the router may not choose this expert"));
  m_force = addButton("Force", tr("&Force"));
  m_force->setToolTip(tr("Adds a change: the router must choose this expert"));
  addChart(tr("Experts of each token; arrow keys move, Return chooses the expert"));
  canvas()->setWalkable(true);
  connect(m_picture, &QComboBox::currentIndexChanged, this, [this] { draw(); });
  connect(m_layer, &QComboBox::currentIndexChanged, this, [this] {
    fillExperts();
    draw();
  });
  connect(m_expert, &QComboBox::currentIndexChanged, this, [this] { draw(); });
  connect(m_off, &QPushButton::clicked, this, [this] { change(SwitchExperts::To::Off); });
  connect(m_force, &QPushButton::clicked, this, [this] { change(SwitchExperts::To::Force); });
  connect(canvas(), &FigureCanvas::activated, this, [this](const FigureSpot& spot) {
    if (spot.query >= 0) this->workspace()->selection()->setToken(spot.query);
    if (spot.id < 0) return;
    const int layer = layerOfId(spot.id), expert = expertOfId(spot.id);
    const ExpertsChoice now = choice();
    choose(layer, now.expert == expert && now.layer == layer ? std::nullopt : std::optional(expert));
  });
  resize(1000, 640);
}

ExpertsWindow::~ExpertsWindow() = default;

ExpertsChoice ExpertsWindow::choice() const {
  ExpertsChoice choice;
  choice.picture = static_cast<ExpertsPicture>(m_picture->currentData().toInt());
  choice.layer = m_layer->currentData().toInt();
  if (m_expert->currentIndex() > 0) choice.expert = m_expert->currentData().toInt();
  return choice;
}

void ExpertsWindow::choose(int layer, std::optional<int> expert) {
  {
    const QSignalBlocker one(m_layer), other(m_expert);
    m_layer->setCurrentIndex(m_layer->findData(layer));
    fillExperts();
    m_expert->setCurrentIndex(expert ? m_expert->findData(*expert) : 0);
  }
  draw();
}

void ExpertsWindow::follow(const Workspace&) {
  const std::shared_ptr<const RunResult> reading = this->reading();
  if (reading == m_reading) return;
  m_reading = reading;
  m_report = nullptr;
  if (m_reading && m_reading->trace && hasExperts(*m_reading->trace))
    m_report = std::make_shared<const ExpertsReport>(
        tellExperts(*m_reading->trace, AttentionType::Self, m_reading->context.text, m_reading->context.changed));
  say(m_report ? QString() : tr("This model has no experts. Open a mixture of experts, such as Mixtral or Qwen3-MoE."));
  {
    const QSignalBlocker one(m_layer), other(m_expert);
    const int layer = m_layer->currentData().toInt();
    const std::optional<int> expert = choice().expert;
    m_layer->clear();
    if (m_report)
      for (const ExpertUse::Layer& each : m_report->use.layers)
        m_layer->addItem(QString::number(each.layer), each.layer);
    m_layer->setCurrentIndex(std::max(0, m_layer->findData(layer)));
    fillExperts();
    m_expert->setCurrentIndex(expert ? std::max(0, m_expert->findData(*expert)) : 0);
  }
  draw();
}

void ExpertsWindow::fillExperts() {
  const QSignalBlocker blocked(m_expert);
  const std::optional<int> before = choice().expert;
  m_expert->clear();
  m_expert->addItem(tr("all"));
  const ExpertUse::Layer* layer = m_report ? m_report->use.layer(m_layer->currentData().toInt()) : nullptr;
  for (int expert = 0; layer && expert < layer->experts; ++expert) m_expert->addItem(QString::number(expert), expert);
  m_expert->setCurrentIndex(before ? std::max(0, m_expert->findData(*before)) : 0);
}

void ExpertsWindow::change(SwitchExperts::To to) {
  const ExpertsChoice now = choice();
  if (!m_report || !now.expert) return;
  std::vector<Change> changes = workspace()->changes();
  changes.push_back({SwitchExperts{oneHead({now.layer, *now.expert}), to, {}}});
  workspace()->setChanges(std::move(changes));
}

std::shared_ptr<const Figure> ExpertsWindow::chart() const {
  const bool one = m_report && choice().expert;
  m_off->setEnabled(one);
  m_force->setEnabled(one);
  return m_report ? std::make_shared<ExpertsFigure>(m_report, screenStyle(), choice()) : nullptr;
}

Exportable ExpertsWindow::exportable() const {
  return exportableChart(Words::tr("Experts"), madeBy(*m_report), "experts",
                         [report = m_report, choice = choice()](const FigureStyle& style, bool withText) {
                           return std::make_unique<ExpertsFigure>(withText ? report : withoutText(report), style,
                                                                  choice);
                         });
}

}  // namespace headlight
