#pragma once

#include <QPushButton>

namespace headlight {

/// A button whose text goes over several lines where one has no room for it.
class WrappingButton final : public QPushButton {
  Q_OBJECT
 public:
  explicit WrappingButton(const QString& text, QWidget* parent = nullptr);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  /// What stands around the text on one line.
  QSize frame() const;
  QSize textSize(int width) const;
};

}  // namespace headlight
