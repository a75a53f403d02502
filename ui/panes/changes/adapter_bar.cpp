#include "ui/panes/changes/adapter_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>
#include <cmath>

#include "core/base/error.h"
#include "ui/figures/colours/colour_scale.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"

namespace headlight {
namespace {

constexpr int kSteps = 100;

}  // namespace

AdapterBar::AdapterBar(Workspace* workspace, QWidget* parent) : QWidget(parent), m_workspace(workspace) {
  setObjectName(QStringLiteral("adapterBar"));
  auto* column = makeBox<QVBoxLayout>(this, {0, 0, 0, 0}, 2);
  auto* row = new QHBoxLayout;
  row->setSpacing(6);
  auto* name = new QLabel(tr("&Adapter"));
  m_scale = named("adapterScale", new QSlider(Qt::Horizontal));
  m_scale->setAccessibleName(tr("Adapter scale, in percent"));
  m_scale->setToolTip(tr("How much of the adapter counts: 0% is the base model"));
  m_scale->setRange(0, kSteps);
  m_scale->setSingleStep(5);
  m_scale->setPageStep(25);
  // Each place of it is another model to be opened.
  m_scale->setTracking(false);
  name->setBuddy(m_scale);
  m_value = named("adapterValue", new QLabel);
  m_value->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("100%")));
  m_compare = makeTextButton(QStringLiteral("compareWithBase"), tr("Compare with base"), tr("Compare with base"),
                             tr("Opens the base model next to it and ranks the heads that differ most"));
  row->addWidget(name);
  row->addWidget(m_scale, 1);
  row->addWidget(m_value);
  column->addLayout(row);
  column->addWidget(m_compare, 0, Qt::AlignRight);
  connect(m_scale, &QSlider::sliderMoved, this,
          [this](int step) { m_value->setText(percentText(static_cast<double>(step) / kSteps, 0)); });
  connect(m_scale, &QSlider::valueChanged, this, [this](int step) { setScale(static_cast<double>(step) / kSteps); });
  connect(m_compare, &QToolButton::clicked, this, &AdapterBar::compareWithBase);
  connect(workspace, &Workspace::modelChanged, this, &AdapterBar::showAdapter);
  connect(workspace, &Workspace::changed, this, [this](const WorkspaceState& before, const WorkspaceState& after) {
    if (before.model != after.model || before.otherModel != after.otherModel) showAdapter();
  });
  connect(workspace, &Workspace::openingFailed, this, &AdapterBar::showAdapter);
  showAdapter();
}

void AdapterBar::showAdapter() {
  if (!m_workspace) return;
  const WorkspaceState state = m_workspace->state();
  const auto place = readAdapterPlace(state.model);
  const bool adapter = place && !state.model.empty() && isAdapter(place->folder);
  if (adapter) m_place = *place;
  setVisible(adapter);
  if (!adapter) return;
  const QSignalBlocker blocked(m_scale);
  m_scale->setValue(static_cast<int>(std::lround(m_place.scale * kSteps)));
  m_value->setText(percentText(m_place.scale, 0));
  m_compare->setEnabled(state.otherModel != placeAt(0));
}

std::filesystem::path AdapterBar::placeAt(double scale) const {
  AdapterPlace place = m_place;
  place.scale = scale;
  return place.path();
}

void AdapterBar::setScale(double scale) {
  if (!m_workspace) return;
  m_workspace->edit([wanted = placeAt(scale)](WorkspaceState& state) { state.model = wanted; });
}

void AdapterBar::compareWithBase() {
  if (!m_workspace) return;
  m_workspace->openOtherModel(placeAt(0));
  emit comparisonRequested();
}

}  // namespace headlight
