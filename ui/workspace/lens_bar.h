#pragma once

#include <QToolButton>
#include <QWidget>
#include <vector>

#include "ui/workspace/panel_lens.h"

namespace headlight {

/// The lenses of a panel as chips, in their order; a click takes one away. Takes no room without any.
class LensBar final : public QWidget {
  Q_OBJECT
 public:
  explicit LensBar(QWidget* parent = nullptr);

  void setLenses(const std::vector<PanelLens>& lenses);
  const std::vector<QToolButton*>& chips() const { return m_chips; }

  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void removeRequested(int index);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void place();

  std::vector<PanelLens> m_lenses;
  std::vector<QToolButton*> m_chips;
};

/// The button with the menu that adds a lens.
class LensButton final : public QToolButton {
  Q_OBJECT
 public:
  explicit LensButton(QWidget* parent = nullptr);

 signals:
  void lensChosen(const headlight::PanelLens& lens);
};

}  // namespace headlight
