#include "ui/workspace/pane_parts.h"

namespace headlight {
namespace {

constexpr int kProgressSteps = 1000;

}  // namespace

QLabel* makeLabel(const QString& objectName, QBoxLayout* layout) {
  auto* label = new QLabel;
  label->setObjectName(objectName);
  label->setWordWrap(true);
  layout->addWidget(label);
  return label;
}

void addLabelled(const QString& text, QWidget* field, QBoxLayout* layout) {
  auto* label = new QLabel(text);
  label->setBuddy(field);
  layout->addWidget(label);
  layout->addWidget(field);
}

QProgressBar* makeProgressBar(const QString& objectName, const QString& accessibleName, QBoxLayout* layout) {
  auto* bar = new QProgressBar;
  bar->setObjectName(objectName);
  bar->setAccessibleName(accessibleName);
  bar->setRange(0, kProgressSteps);
  bar->setTextVisible(false);
  bar->hide();
  layout->addWidget(bar);
  return bar;
}

void showProgress(JobSignals& job, QProgressBar* bar) {
  QObject::connect(&job, &JobSignals::progressed, bar,
                   [bar](double part) { bar->setValue(static_cast<int>(part * kProgressSteps)); });
  QObject::connect(&job, &JobSignals::runningChanged, bar, &QWidget::setVisible);
}

}  // namespace headlight
