#pragma once

#include <QSizeF>
#include <QString>
#include <algorithm>
#include <utility>
#include <vector>

namespace headlight {

/// A figure with notes below it, some of which figures beside it may have as well: a figure around all says them once.
class SharedNotes {
 public:
  virtual ~SharedNotes() = default;
  /// The notes that it has whatever its size and numbers are.
  virtual std::vector<QString> steadyNotes() const = 0;
  /// Has it leave those out, for a figure around it that says them.
  void leaveOut(std::vector<QString> notes) {
    m_said = std::move(notes);
    m_within = true;
  }
  /// What else the figure around it has to say where it is of that size; nothing for one that stands alone.
  virtual std::vector<QString> notesLeft(QSizeF) const { return {}; }

 protected:
  /// Whether there is a figure around it.
  bool isWithin() const { return m_within; }
  /// `notes` without them.
  std::vector<QString> unsaid(std::vector<QString> notes) const {
    notes.erase(std::remove_if(notes.begin(), notes.end(), [this](const QString& note) { return said(note); }),
                notes.end());
    return notes;
  }

 private:
  bool said(const QString& note) const { return std::find(m_said.begin(), m_said.end(), note) != m_said.end(); }

  std::vector<QString> m_said;
  bool m_within = false;
};

}  // namespace headlight
