#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/chat/value.h"

namespace headlight::chat {

struct Expression;

struct Arguments {
  std::vector<Expression> positional;
  std::vector<std::pair<std::string, Expression>> named;
  std::vector<Expression> list, dict;  ///< What stands after * and **; at most one each.
};

struct Expression {
  enum class Kind {
    Constant, Name, List, Tuple, Dict,  // parts; of a dictionary, keys and values in turn
    Not, Negative, Positive, And, Or, Binary, Concat,
    Compare,    // parts, with operators between them
    Condition,  // parts: what, whether, and otherwise if it is said
    Attribute, Item, Slice,  // parts: of what, and what of it
    Call, Filter, Test,      // parts: what is called, or what it is applied to
    Hole                     // what a filter around a block is applied to
  };
  Kind kind = Kind::Constant;
  int line = 0;
  std::string name = {};  ///< Of a name, an attribute, a filter, a test or an operator.
  Value constant = {};
  std::vector<Expression> parts = {};
  std::vector<std::string> operators = {};
  Arguments arguments = {};
};

struct Statement {
  enum class Kind {
    Text, Output, If, For, Set, SetBlock, Macro, CallBlock, FilterBlock, With, Scope, Break, Continue
  };
  Kind kind = Kind::Text;
  int line = 0;
  std::string text = {};  ///< Written as it is; or the name of a macro.
  /// Output: what is written; If: the condition; For: target, what is gone through, and a condition if there is one;
  /// Set: target and value; SetBlock: target and a filter if there is one; FilterBlock: the filter; CallBlock: the
  /// call; With: targets and values in turn; Macro, CallBlock: then the defaults of the last parameters.
  std::vector<Expression> parts = {};
  std::vector<std::string> parameters = {};
  bool recursive = false;
  std::vector<Statement> body = {}, otherwise = {};
};

}  // namespace headlight::chat
