# For the staff: the menu at the top of the desk. A draft; no native reader has signed these yet.

staff-menu = དཀར་ཆག
staff-menu-work = སྒྲུབ་པ།
staff-menu-notices = བརྡ་ཐོ།
staff-menu-office = ལས་ཁུངས།
staff-menu-words = ཚིག
