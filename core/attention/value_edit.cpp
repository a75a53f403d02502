#include "core/attention/value_edit.h"

#include <cassert>

namespace headlight {

bool ValueEdit::operator==(const ValueEdit& other) const {
  return site == other.site && kind == other.kind && column == other.column && columns == other.columns &&
         tokens == other.tokens && factor == other.factor && rows.rows() == other.rows.rows() &&
         rows.cols() == other.rows.cols() && rows == other.rows;
}

bool needsAllTokens(const ValueEdit& edit) {
  return edit.kind == ValueEdit::Kind::Mean || edit.site == LayerSite::HeadOutput;
}

void editValues(const std::vector<ValueEdit>& edits, LayerSite site, Index first, MatrixOut rows) {
  for (const ValueEdit& edit : edits) {
    if (edit.site != site) continue;
    assert(first == 0 || !needsAllTokens(edit));
    auto own = rows.middleCols(edit.column, edit.columns > 0 ? edit.columns : rows.cols());
    Matrix mean;
    if (edit.kind == ValueEdit::Kind::Mean) mean = own.cast<double>().colwise().mean().cast<float>();
    const Matrix& given = edit.kind == ValueEdit::Kind::Mean ? mean : edit.rows;
    for (Index i = 0; i < rows.rows(); ++i) {
      if (!edit.concerns(first + i)) continue;
      const auto from = [&] { return given.row(given.rows() == 1 ? 0 : first + i); };
      switch (edit.kind) {
        case ValueEdit::Kind::Put:
        case ValueEdit::Kind::Mean:
          own.row(i) = from();
          break;
        case ValueEdit::Kind::Factor:
          own.row(i) *= static_cast<float>(edit.factor);
          break;
        case ValueEdit::Kind::Add:
          own.row(i) += from();
          break;
      }
    }
  }
}

}  // namespace headlight
