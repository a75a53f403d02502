#pragma once

#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

#include "ui/job.h"

namespace headlight {

/// Pieces that the panes beside the pictures are built of; each is added to the end of `column`.

/// A label whose lines break.
QLabel* makeLabel(const QString& objectName, QVBoxLayout* column);
/// A bar for showProgress(), hidden while nothing is done.
QProgressBar* makeProgressBar(const QString& objectName, const QString& accessibleName, QVBoxLayout* column);

/// Has a bar of makeProgressBar() show how far a job is, while it runs.
void showProgress(JobSignals& job, QProgressBar* bar);

}  // namespace headlight
