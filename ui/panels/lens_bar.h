#pragma once

#include <QToolButton>
#include <QWidget>
#include <functional>
#include <vector>

#include "ui/state/panel_lens.h"

class QMenu;

namespace headlight {

/// What a panel looks through as chips, in their order; a click takes one away. Takes no room without any.
class LensBar final : public QWidget {
  Q_OBJECT
 public:
  explicit LensBar(QWidget* parent = nullptr);

  struct Chip {
    QString text;
    QString explanation;
    bool operator==(const Chip&) const = default;
  };
  void setChips(const std::vector<Chip>& chips);
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

  std::vector<Chip> m_shown;
  std::vector<QToolButton*> m_chips;
};

/// Fills `menu` with every lens that can be added; `chosen` is called with the one that was.
void fillLensMenu(QMenu& menu, const std::function<void(const PanelLens&)>& chosen);

/// The button with the menu that adds a lens.
class LensButton final : public QToolButton {
  Q_OBJECT
 public:
  explicit LensButton(QWidget* parent = nullptr);

 signals:
  void lensChosen(const headlight::PanelLens& lens);
};

}  // namespace headlight
