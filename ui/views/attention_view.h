#pragma once

#include <QPixmap>
#include <QPointer>
#include <QWidget>
#include <functional>

#include "ui/figures/attention_figure.h"
#include "ui/workspace/selection.h"

namespace headlight {

/// A widget that shows one figure of some AttentionMaps and lets a person point into it.
/// It writes to and listens to the shared Selection; what is drawn for hover and selection is never part of the figure.
/// A view that is not visible only notes that it is out of date.
class AttentionView : public QWidget {
  Q_OBJECT
 public:
  explicit AttentionView(Selection* selection, QWidget* parent = nullptr);

  void setMaps(std::shared_ptr<const AttentionMaps> maps, AttentionContext context);
  void setHead(HeadId head);
  using QWidget::setStyle;
  void setStyle(const FigureStyle& style);
  /// Alters the figure in one go, whatever of it, and shows that.
  void edit(const std::function<void(AttentionFigure&)>& change);
  /// Whether the view shows the Selection's head (the default) or keeps its own.
  void setFollowsSelection(bool follows);

  HeadId head() const { return figure().head(); }
  /// What is on screen, without hover and selection: copy it to export it.
  virtual const AttentionFigure& figure() const = 0;

  QSize sizeHint() const override;

 protected:
  virtual AttentionFigure& mutableFigure() = 0;
  /// The figure or the size changed while the view is visible, or it became visible: show the new state.
  virtual void refresh() = 0;
  /// Marks the picture as out of date; refresh() follows now or when the view is shown.
  void outdated();

  /// `shown` at the size of the widget, as pixels to draw hover and selection upon.
  QPixmap picture(const Figure& shown) const;
  /// Puts `text` where screen readers find it, and tells them when the view has the keyboard.
  void announceText(const QString& text);
  Selection* selection() const { return m_selection; }
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QPointer<Selection> m_selection;
  bool m_follows = true;
  bool m_outdated = true;
};

}  // namespace headlight
