#pragma once

#include <QPointer>
#include <QWidget>

#include "core/model/adapter.h"
#include "ui/reading/workspace.h"

class QLabel;
class QSlider;
class QToolButton;

namespace headlight {

/// How much of an adapter counts, from its base model to all of it, and a comparison with the base model: there only
/// while the first model is an adapter. The amount is part of the model's place, so that undo and sessions keep it.
class AdapterBar final : public QWidget {
  Q_OBJECT
 public:
  explicit AdapterBar(Workspace* workspace, QWidget* parent = nullptr);

 signals:
  /// The base model is being opened to compare with.
  void comparisonRequested();

 private:
  void showAdapter();
  void setScale(double scale);
  void compareWithBase();
  /// The model with so much of the adapter.
  std::filesystem::path placeAt(double scale) const;

  QPointer<Workspace> m_workspace;
  AdapterPlace m_place;
  QSlider* m_scale;
  QLabel* m_value;
  QToolButton* m_compare;
};

}  // namespace headlight
