#include "ui/progress_bar.h"

#include <QBoxLayout>
#include <QProgressBar>

namespace headlight {
namespace {

constexpr int kProgressSteps = 1000;

}  // namespace

QProgressBar* makeProgressBar(const QString& objectName, const QString& accessibleName, QBoxLayout* layout) {
  auto* bar = new QProgressBar;
  bar->setObjectName(objectName);
  bar->setAccessibleName(accessibleName);
  bar->setRange(0, kProgressSteps);
  bar->setTextVisible(false);
  bar->hide();
  if (layout) layout->addWidget(bar);
  return bar;
}

void showPart(double part, QProgressBar* bar) { bar->setValue(static_cast<int>(part * kProgressSteps)); }

void showProgress(JobSignals& job, QProgressBar* bar) {
  QObject::connect(&job, &JobSignals::progressed, bar, [bar](double part) { showPart(part, bar); });
  QObject::connect(&job, &JobSignals::runningChanged, bar, [bar](bool running) {
    bar->setValue(0);
    bar->setVisible(running);
  });
}

}  // namespace headlight
