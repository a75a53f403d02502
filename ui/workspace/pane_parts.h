#pragma once

#include <QBoxLayout>
#include <QLabel>
#include <QProgressBar>

#include "ui/job.h"

namespace headlight {

/// Pieces that panes and the windows of charts are built of; each is added to the end of its layout.

/// A label whose lines break.
QLabel* makeLabel(const QString& objectName, QBoxLayout* layout);
/// A field with a label before it; `&` in `text` names its key.
void addLabelled(const QString& text, QWidget* field, QBoxLayout* layout);
/// A bar for showProgress(), hidden while nothing is done.
QProgressBar* makeProgressBar(const QString& objectName, const QString& accessibleName, QBoxLayout* layout);

/// Has a bar of makeProgressBar() show how far a job is, while it runs.
void showProgress(JobSignals& job, QProgressBar* bar);

}  // namespace headlight
