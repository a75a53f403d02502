#pragma once

#include <QString>

#include "ui/job.h"

class QBoxLayout;
class QProgressBar;

namespace headlight {

/// A bar for showProgress(), hidden while nothing is done; in `layout` where there is one.
QProgressBar* makeProgressBar(const QString& objectName, const QString& accessibleName, QBoxLayout* layout = nullptr);

/// Shows in a bar of makeProgressBar() which part (0 to 1) is done.
void showPart(double part, QProgressBar* bar);
/// Has a bar of makeProgressBar() show how far a job is, while it runs.
void showProgress(JobSignals& job, QProgressBar* bar);

}  // namespace headlight
